-- Catch a record that no words of any article support.
WITH records_needing_it (table_name, row_id) AS (
  SELECT 'roles', id FROM roles
  UNION ALL SELECT 'events', id FROM events
  UNION ALL SELECT 'participants', id FROM participants
  UNION ALL SELECT 'demands', id FROM demands
  UNION ALL SELECT 'claims', id FROM claims
  UNION ALL SELECT 'statements', id FROM statements
  UNION ALL SELECT 'discrepancies', id FROM discrepancies
  UNION ALL SELECT 'people', id FROM people
)
SELECT table_name, row_id FROM records_needing_it
EXCEPT SELECT table_name, row_id FROM evidence
UNION ALL
SELECT 'discrepancy_sides', id FROM discrepancy_sides
WHERE id NOT IN (SELECT side_id FROM discrepancy_side_quotes);
