-- Each demand, claim and event with the disagreements of which a side rests on a quote of it.
-- (UNION ALL lets SQLite look up one record's quotes before it reads any others.)
WITH quoted (table_name, row_id, quote_id) AS (
  SELECT 'demands', demand_id, quote_id FROM statements WHERE demand_id IS NOT NULL
  UNION ALL
  SELECT 'claims', claim_id, quote_id FROM statements WHERE claim_id IS NOT NULL
  UNION ALL
  SELECT 'events', event_id, quote_id FROM event_quotes
  UNION ALL
  SELECT 'events', event_id, quote_id FROM event_dates
  UNION ALL
  SELECT 'events', participants.event_id, participant_quotes.quote_id
  FROM participant_quotes JOIN participants ON participants.id = participant_quotes.participant_id
)
SELECT DISTINCT quoted.table_name, quoted.row_id, discrepancy_sides.discrepancy_id
FROM quoted
JOIN discrepancy_side_quotes ON discrepancy_side_quotes.quote_id = quoted.quote_id
JOIN discrepancy_sides ON discrepancy_sides.id = discrepancy_side_quotes.side_id;
