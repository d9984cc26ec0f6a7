-- Every topic with the wider ones before it.
WITH RECURSIVE paths (topic_id, path) AS (
  SELECT id, name FROM topics WHERE broader_id IS NULL
  UNION ALL
  SELECT topics.id, paths.path || ' > ' || topics.name
  FROM topics JOIN paths ON paths.topic_id = topics.broader_id
)
SELECT topic_id, path FROM paths;
