-- Topics to compare
-- Each with the wider ones before it and the number of demands and claims on it or on a narrower one.
SELECT
  topic_paths.path,
  topic_paths.topic_id,
  (SELECT count(DISTINCT demand_id) FROM topic_tree JOIN demand_topics USING (topic_id) WHERE ancestor_id = topic_paths.topic_id)
  + (SELECT count(DISTINCT claim_id) FROM topic_tree JOIN claim_topics USING (topic_id) WHERE ancestor_id = topic_paths.topic_id) AS items
FROM topic_paths
ORDER BY topic_paths.path
