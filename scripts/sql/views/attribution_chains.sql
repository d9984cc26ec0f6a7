-- Every attribution with its whole chain, outermost first: names, the speaker as printed where that differs, and the
-- cue as printed. depth counts the voices between the article's author and the words. event_id is the occasion of the
-- innermost link that has one. `voices` is the chain as sentences name it: without the author where every link is told
-- neutrally, and after each link that is not its cue, unless that is a plain one, and the distance; `account` has the voices between author and speaker,
-- `remark` how far the last link is told at a distance.
WITH RECURSIVE chains (attribution_id, source_id, chain, depth, holder_id, event_id, author, names, account, inner_voices, is_neutral, remark) AS (
  SELECT
    attributions.id, attributions.source_id, actors.name, 0, attributions.holder_id, attributions.event_id, actors.name, '', NULL, '', TRUE, NULL
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
    chains.names || iif(chains.depth = 0, '', ' → ') || actors.name || coalesce(' ' || distances.remark, ''),
    nullif(chains.names, ''),
    chains.inner_voices || iif(chains.depth = 0, '', ' → ') || actors.name
      || iif(distances.remark IS NULL, '', coalesce(' “' || iif((sources.language, lower(cues.exact)) IN (SELECT language, form FROM language_forms WHERE kind = 'plain_cues'), NULL, cues.exact) || '”', '') || ' ' || distances.remark),
    chains.is_neutral AND distances.remark IS NULL,
    distances.remark
  FROM attributions
  JOIN chains ON chains.attribution_id = attributions.parent_id
  JOIN sources ON sources.id = attributions.source_id
  JOIN actors ON actors.id = attributions.holder_id
  JOIN (
    SELECT links.id, CASE links.distance
      WHEN 'endorsing' THEN '(' || iif(reporting.parent_id IS NULL, 'author', reporters.name) || ' agrees)'
      WHEN 'distancing' THEN '(at a distance)'
      WHEN 'rejecting' THEN '(' || iif(reporting.parent_id IS NULL, 'author', reporters.name) || ' rejects)'
    END AS remark
    FROM attributions AS links
    JOIN attributions AS reporting ON reporting.id = links.parent_id
    JOIN actors AS reporters ON reporters.id = reporting.holder_id
  ) AS distances ON distances.id = attributions.id
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
    WHEN is_neutral THEN inner_voices
    ELSE author || ' → ' || inner_voices
  END AS voices,
  is_neutral,
  remark,
  account
FROM chains;
