-- Every attribution with its whole chain, outermost first: names, the speaker as printed where that differs, and the
-- cue as printed. depth counts the voices between the article's author and the words. event_id is the occasion of the
-- innermost link that has one. `voices` is the chain as sentences name it: without the author where the author only
-- reports, and with a cue only where it is no neutral one; `remark` tells the strongest distance of the chain; `account` names the voices
-- between the author and the speaker.
WITH RECURSIVE chains (attribution_id, source_id, chain, depth, holder_id, event_id, author, names, account, inner_voices, rank, remark) AS (
  SELECT attributions.id, attributions.source_id, actors.name, 0, attributions.holder_id, attributions.event_id, actors.name, '', NULL, '', 0, NULL
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
    coalesce(attributions.event_id, chains.event_id),
    chains.author,
    chains.names || iif(chains.depth = 0, '', ' → ') || actors.name,
    nullif(chains.names, ''),
    chains.inner_voices || iif(chains.depth = 0, '', ' → ') || actors.name
      || iif(attributions.distance = 'neutral', '', coalesce(' “' || cues.exact || '”', '')),
    max(chains.rank, distances.rank),
    iif(distances.rank > chains.rank, printf(distances.phrase, iif(chains.depth = 0, 'author', outer_holders.name)), chains.remark)
  FROM attributions
  JOIN chains ON chains.attribution_id = attributions.parent_id
  JOIN actors ON actors.id = attributions.holder_id
  JOIN actors AS outer_holders ON outer_holders.id = chains.holder_id
  JOIN (
    SELECT 'neutral' AS distance, 0 AS rank, NULL AS phrase
    UNION ALL VALUES ('endorsing', 1, '(%s agrees)'), ('distancing', 2, '(at a distance)'), ('rejecting', 3, '(%s rejects)')
  ) AS distances ON distances.distance = attributions.distance
  LEFT JOIN quotes AS cues ON cues.id = attributions.cue_quote_id
)
SELECT
  attribution_id,
  source_id,
  chain,
  depth,
  holder_id,
  event_id,
  CASE
    WHEN depth = 0 THEN author
    WHEN rank = 0 THEN inner_voices
    ELSE author || ' → ' || inner_voices
  END AS voices,
  account,
  remark
FROM chains;
