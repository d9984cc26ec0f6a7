-- The attribution chains
-- Each statement on a demand or claim with every link of who says that who says it, from the article's author inwards.
WITH RECURSIVE links (statement_id, attribution_id, steps) AS (
  SELECT id, attribution_id, 0 FROM statements
  WHERE TRUE /* filters */
  UNION ALL
  SELECT links.statement_id, attributions.parent_id, links.steps + 1
  FROM links
  JOIN attributions ON attributions.id = links.attribution_id
  WHERE attributions.parent_id IS NOT NULL
)
SELECT
  statements.id,
  statements.source_id AS source,
  attribution_chains.depth,
  holder.name AS speaker,
  attributions.holder_text AS "printed as",
  cue.exact AS cue,
  attribution_chains.remark,
  iif(links.steps = 0, statements.stance, NULL) AS stance,
  iif(links.steps = 0, nullif(statement_sentences.verb, '“' || cue.exact || '”'), NULL) AS verb,
  iif(links.steps = 0, statements.sentence, NULL) AS sentence,
  iif(links.steps = 0, quotes.exact, NULL) AS words,
  iif(links.steps = 0, quotes.id, NULL) AS quote,
  iif(links.steps = 0, grounds_in_words.ground, NULL) AS ground,
  iif(links.steps = 0, statements.certainty, NULL) AS certainty,
  attributions.distance,
  article_datings.date AS said,
  occasion.name AS occasion,
  cue.start_char AS "cue start",
  attributions.holder_id AS holder,
  attributions.id AS attribution,
  attributions.parent_id AS parent
FROM links
JOIN statements ON statements.id = links.statement_id
JOIN quotes ON quotes.id = statements.quote_id
JOIN attributions ON attributions.id = links.attribution_id
JOIN attribution_chains ON attribution_chains.attribution_id = attributions.id
JOIN actors AS holder ON holder.id = attributions.holder_id
LEFT JOIN events AS occasion ON occasion.id = attributions.event_id
LEFT JOIN article_datings
  ON article_datings.event_id = attributions.event_id AND article_datings.source_id = attributions.source_id
JOIN statement_sentences ON statement_sentences.id = statements.id
LEFT JOIN grounds_in_words ON grounds_in_words.statement_id = statements.id
LEFT JOIN quotes AS cue ON cue.id = attributions.cue_quote_id
ORDER BY quotes.source_id, quotes.start_char, quotes.end_char, statements.id, attribution_chains.depth
