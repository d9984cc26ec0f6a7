-- Demands
SELECT demands.sentence AS item, demands.id AS item_id, NULL AS note, NULL AS source_id
FROM topic_records
JOIN demands ON demands.id = topic_records.row_id
JOIN demand_talks ON demand_talks.demand_id = demands.id
WHERE topic_records.table_name = 'demands' AND topic_records.topic_id = :id
ORDER BY demand_talks.begins IS NULL, demand_talks.begins, demands.sentence, demands.id
