-- When each record was said or happened, a row for each date: statements, and the demands, claims and sentences in which they are, by
-- when they were said, as their own article dates it; events by their dates, and with them who took part, and demands first put there.
SELECT 'statements' AS table_name, statement_id AS row_id, date, earliest, latest FROM statement_dates
UNION
SELECT 'claims', claim_id, date, earliest, latest FROM statement_dates WHERE claim_id IS NOT NULL
UNION
SELECT 'demands', demand_id, date, earliest, latest FROM statement_dates WHERE demand_id IS NOT NULL
UNION
SELECT 'sentences', quotes.sentence_id, statement_dates.date, statement_dates.earliest, statement_dates.latest
FROM statement_dates
JOIN statements ON statements.id = statement_dates.statement_id
JOIN quotes ON quotes.id = statements.quote_id
UNION
SELECT happened.table_name, happened.row_id, dates_in_words.date, event_periods.earliest, event_periods.latest
FROM (
  SELECT 'events' AS table_name, id AS row_id, id AS event_id FROM events
  UNION ALL
  SELECT 'participants', id, event_id FROM participants
  UNION ALL
  SELECT 'demands', id, event_id FROM demands WHERE event_id IS NOT NULL
) AS happened
JOIN event_periods ON event_periods.event_id = happened.event_id
JOIN dates_in_words ON dates_in_words.event_id = happened.event_id AND dates_in_words.event_date_id IS NULL
