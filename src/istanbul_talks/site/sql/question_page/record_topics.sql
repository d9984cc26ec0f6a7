-- The first topic, by name, of each record of a table.
SELECT row_id, min(name)
FROM (
  SELECT 'demands' AS table_name, demand_id AS row_id, topic_id FROM demand_topics
  UNION ALL SELECT 'claims', claim_id, topic_id FROM claim_topics
  UNION ALL SELECT 'events', event_id, topic_id FROM event_topics
  UNION ALL SELECT 'discrepancies', discrepancy_id, topic_id FROM discrepancy_topics
)
JOIN topics ON topics.id = topic_id
WHERE table_name = :table
GROUP BY row_id
