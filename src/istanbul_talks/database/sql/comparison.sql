-- What each article or speaker says, side by side
-- For every topic, event, demand and claim (column `thing`): the records that it concerns, each with every place where
-- an article has somebody take a stand on it or tells of it, and in which words; and the disagreements, on a topic
-- or over the same words.
WITH concerned (thing, table_name, row_id) AS (
  SELECT topic_id, table_name, row_id FROM topic_records
  UNION SELECT id, 'events', id FROM events
  UNION SELECT parent_id, 'events', id FROM events WHERE parent_id IS NOT NULL
  UNION SELECT event_id, 'participants', id FROM participants
  UNION SELECT event_id, 'demands', id FROM demands WHERE event_id IS NOT NULL
  UNION SELECT event_id, 'claims', id FROM claims WHERE event_id IS NOT NULL
  UNION SELECT id, 'demands', id FROM demands
  UNION SELECT id, 'claims', id FROM claims
  UNION SELECT coalesce(from_demand_id, from_claim_id), iif(to_claim_id IS NULL, 'demands', 'claims'), coalesce(to_demand_id, to_claim_id)
    FROM relations
  UNION SELECT coalesce(to_demand_id, to_claim_id), iif(from_claim_id IS NULL, 'demands', 'claims'), coalesce(from_demand_id, from_claim_id)
    FROM relations
  UNION SELECT id, 'discrepancies', id FROM discrepancies
  UNION SELECT row_id, 'discrepancies', discrepancy_id FROM disagreements_by_record WHERE table_name IN ('topics', 'events', 'demands', 'claims')
),
authors (source_id, name) AS (
  SELECT attributions.source_id, actors.name
  FROM attributions JOIN actors ON actors.id = attributions.holder_id
  WHERE attributions.parent_id IS NULL
),
told (table_name, row_id, source_id, speaker, stance, voice, is_distant, says, words, start_char, end_char) AS (
  SELECT
    iif(claim_id IS NULL, 'demands', 'claims'), coalesce(claim_id, demand_id), statements.source_id, holders.name, stance, voice,
    EXISTS (
      SELECT 1 FROM chain_links JOIN attributions AS links ON links.id = chain_links.attribution_id
      WHERE chain_links.statement_id = statements.id AND links.distance IN ('distancing', 'rejecting')
    ),
    NULL, exact, start_char, end_char
  FROM statements
  JOIN attributions ON attributions.id = statements.attribution_id
  JOIN actors AS holders ON holders.id = attributions.holder_id
  JOIN quotes ON quotes.id = statements.quote_id
  UNION ALL
  SELECT table_name, row_id, source_id, authors.name, NULL, NULL, NULL, NULL, exact, start_char, end_char
  FROM evidence JOIN authors USING (source_id)
  WHERE table_name IN ('events', 'participants')
  UNION ALL
  SELECT 'discrepancies', sides.discrepancy_id, sides.source_id, coalesce(actors.name, authors.name), 'says', sides.voice, NULL, says, exact, start_char, end_char
  FROM discrepancy_sides AS sides
  JOIN authors USING (source_id)
  LEFT JOIN actors ON actors.id = sides.holder_id
  JOIN discrepancy_side_quotes ON discrepancy_side_quotes.side_id = sides.id
  JOIN quotes ON quotes.id = discrepancy_side_quotes.quote_id
)
SELECT
  concerned.thing,
  told.row_id AS id,
  told.table_name AS "table",
  record_texts.label AS record,
  told.source_id AS source,
  told.speaker,
  replace(told.stance, '_', ' ') AS stance,
  told.voice,
  told.is_distant,
  told.says,
  told.words,
  told.source_id || '_' || told.start_char || '-' || told.end_char AS quote
FROM concerned
JOIN told USING (table_name, row_id)
JOIN record_texts USING (table_name, row_id)
WHERE TRUE /* filters */
ORDER BY
  concerned.thing, concerned.row_id <> concerned.thing, "table" NOT IN ('events', 'participants'), "table" DESC, id,
  source, told.start_char, told.end_char, told.speaker, told.stance, told.voice, told.says
