-- The topics of the records of a table, each after what it is a part of.
SELECT topic_id, path
FROM topic_paths
WHERE topic_id IN (SELECT topic_id FROM topic_records WHERE table_name = :table)
ORDER BY path COLLATE NOCASE
