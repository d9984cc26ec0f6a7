-- What comes through two mouths or more: the chain from the article's author inwards, then the words.
WITH RECURSIVE chains (dataset, attribution_id, chain, depth) AS (
  SELECT attributions.dataset, attributions.id, actors.name, 0
  FROM attributions
  JOIN actors ON actors.dataset = attributions.dataset AND actors.id = attributions.holder_id
  WHERE attributions.parent_id IS NULL
  UNION ALL
  SELECT
    attributions.dataset,
    attributions.id,
    chains.chain || ' → ' || actors.name
      || CASE WHEN attributions.holder_text <> actors.name THEN ' (' || attributions.holder_text || ')' ELSE '' END
      || coalesce(' “' || cues.exact || '”', ''),
    chains.depth + 1
  FROM attributions
  JOIN chains ON chains.dataset = attributions.dataset AND chains.attribution_id = attributions.parent_id
  JOIN actors ON actors.dataset = attributions.dataset AND actors.id = attributions.holder_id
  LEFT JOIN quotes AS cues ON cues.dataset = attributions.dataset AND cues.id = attributions.cue_quote_id
)
SELECT
  statements.dataset,
  statements.id,
  chains.depth AS mouths,
  chains.chain AS through,
  quotes.exact AS words,
  quotes.source_id,
  quotes.start_char,
  quotes.end_char
FROM statements
JOIN chains ON chains.dataset = statements.dataset AND chains.attribution_id = statements.attribution_id
JOIN quotes ON quotes.dataset = statements.dataset AND quotes.id = statements.quote_id
WHERE chains.depth >= 2
