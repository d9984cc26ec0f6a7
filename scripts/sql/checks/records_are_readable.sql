-- Catch a record that the view records leaves out.
WITH all_records (table_name, row_id) AS (
  SELECT 'sources', id FROM sources
  UNION ALL SELECT iif(kind = 'person', 'people', 'actors'), id FROM actors
  UNION ALL SELECT 'actor_members', id FROM actor_members
  UNION ALL SELECT 'roles', id FROM roles
  UNION ALL SELECT 'events', id FROM events
  UNION ALL SELECT 'participants', id FROM participants
  UNION ALL SELECT 'demands', id FROM demands
  UNION ALL SELECT 'claims', id FROM claims
  UNION ALL SELECT 'statements', id FROM statements
  UNION ALL SELECT 'discrepancies', id FROM discrepancies
)
SELECT table_name, row_id FROM all_records
EXCEPT SELECT table_name, row_id FROM records;
