-- Each statement that has a date by its own article, also in words: that of the occasion on which its holder said it; of what the
-- author says, the day on which the article says it was published.
SELECT
  statements.id AS statement_id,
  statements.demand_id,
  statements.claim_id,
  statements.source_id,
  coalesce(article_datings.date, published_words.date) AS date,
  coalesce(article_datings.earliest, published.value) AS earliest,
  coalesce(article_datings.latest, published.value) AS latest
FROM statements
JOIN attributions ON attributions.id = statements.attribution_id
LEFT JOIN article_datings
  ON article_datings.event_id = attributions.event_id AND article_datings.source_id = statements.source_id
LEFT JOIN source_metadata AS published
  ON published.source_id = statements.source_id
  AND published.field = 'date_published'
  AND published.basis = 'stated'
  AND attributions.parent_id IS NULL
  AND attributions.event_id IS NULL
LEFT JOIN dates_in_words AS published_words ON published_words.source_metadata_id = published.id
WHERE article_datings.event_id IS NOT NULL OR published.id IS NOT NULL;
