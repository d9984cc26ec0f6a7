-- Topics to compare
-- Each with the wider ones before it and the number of demands, claims and disagreements on it or on a narrower one.
SELECT
  topic_paths.path,
  topic_paths.topic_id,
  (SELECT count(*) FROM topic_records WHERE topic_id = topic_paths.topic_id AND table_name IN ('demands', 'claims', 'discrepancies')) AS items
FROM topic_paths
ORDER BY topic_paths.path, topic_paths.topic_id
