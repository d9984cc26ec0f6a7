-- Every attribution with its whole chain, outermost first: names, the speaker as printed where that differs, and the
-- cue as printed. depth counts the mouths between the article's author and the words. event_id is the occasion of the
-- innermost link that has one.
WITH RECURSIVE chains (attribution_id, source_id, chain, depth, holder_id, event_id) AS (
  SELECT attributions.id, attributions.source_id, actors.name, 0, attributions.holder_id, attributions.event_id
  FROM attributions JOIN actors ON actors.id = attributions.holder_id
  WHERE attributions.parent_id IS NULL
  UNION ALL
  SELECT
    attributions.id,
    attributions.source_id,
    chains.chain || ' → ' || actors.name
      || iif(attributions.holder_text <> actors.name, ' (' || attributions.holder_text || ')', '')
      || coalesce(' “' || cues.exact || '”', ''),
    chains.depth + 1,
    attributions.holder_id,
    coalesce(attributions.event_id, chains.event_id)
  FROM attributions
  JOIN chains ON chains.attribution_id = attributions.parent_id
  JOIN actors ON actors.id = attributions.holder_id
  LEFT JOIN quotes AS cues ON cues.id = attributions.cue_quote_id
)
SELECT attribution_id, source_id, chain, depth, holder_id, event_id FROM chains;
