-- What rests on each sentence: statements, by the claim or demand that they are on, events and posts, in the order of its words.
SELECT
  quotes.sentence_id,
  resting.table_name,
  resting.shown_id AS row_id,
  records.label,
  min(quotes.start_char) AS start_char
FROM (
  SELECT 'statements' AS table_name, id AS row_id, coalesce(claim_id, demand_id) AS shown_id, quote_id FROM statements
  UNION ALL
  SELECT 'events', event_id, event_id, quote_id FROM event_quotes
  UNION ALL
  SELECT 'roles', role_id, role_id, quote_id FROM role_quotes
) AS resting
JOIN quotes ON quotes.id = resting.quote_id
JOIN records ON records.table_name = resting.table_name AND records.row_id = resting.row_id
GROUP BY quotes.sentence_id, resting.table_name, resting.shown_id, records.label;
