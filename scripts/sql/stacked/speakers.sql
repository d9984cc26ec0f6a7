-- Who gets to speak in which article, how often, and how often in the speaker's own words.
SELECT
  statements.dataset,
  attributions.holder_id AS id,
  holders.name AS speaker,
  statements.source_id,
  count(*) AS statements,
  sum(CASE WHEN statements.mode IN ('direct', 'mixed') THEN 1 ELSE 0 END) AS with_quotation_marks
FROM statements
JOIN attributions ON attributions.dataset = statements.dataset AND attributions.id = statements.attribution_id
JOIN actors AS holders ON holders.dataset = attributions.dataset AND holders.id = attributions.holder_id
GROUP BY statements.dataset, attributions.holder_id, holders.name, statements.source_id
ORDER BY statements.dataset, attributions.holder_id, statements.source_id
