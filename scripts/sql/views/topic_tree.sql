-- Every topic with every topic above it, itself included.
WITH RECURSIVE tree (topic_id, ancestor_id) AS (
  SELECT id, id FROM topics
  UNION
  SELECT tree.topic_id, topics.broader_id
  FROM tree JOIN topics ON topics.id = tree.ancestor_id
  WHERE topics.broader_id IS NOT NULL
)
SELECT topic_id, ancestor_id FROM tree;
