-- Catch two records of one kind that are called the same, and an article that was put in twice: make them one, or name the difference.
WITH called (table_name, id, name) AS (
  SELECT 'sources', id, sha256 FROM sources
  UNION ALL SELECT 'actors', id, name FROM actors
  UNION ALL SELECT 'topics', id, name FROM topics
  UNION ALL SELECT 'events', id, name FROM events
  UNION ALL SELECT 'demands', id, content FROM demands
  UNION ALL SELECT 'claims', id, proposition FROM claims
  UNION ALL SELECT 'discrepancies', id, label FROM discrepancies
)
SELECT id, table_name, name, (
  SELECT min(others.id) FROM called AS others
  WHERE others.table_name = called.table_name AND others.id < called.id AND lower(others.name) = lower(called.name)
) AS same_as
FROM called
WHERE same_as IS NOT NULL;
