-- The topics of each record of a table, in the order of their names.
SELECT row_id, json_group_array(name)
FROM (
  SELECT row_id, topics.name
  FROM (
    SELECT 'demands' AS table_name, demand_id AS row_id, topic_id FROM demand_topics
    UNION ALL SELECT 'claims', claim_id, topic_id FROM claim_topics
    UNION ALL SELECT 'events', event_id, topic_id FROM event_topics
    UNION ALL SELECT 'discrepancies', discrepancy_id, topic_id FROM discrepancy_topics
  )
  JOIN topics ON topics.id = topic_id
  WHERE table_name = :table
  ORDER BY topics.name, topics.id
)
GROUP BY row_id
