-- The topics of events, narrower ones counted in, and how many there are on each
SELECT topics.id, topics.name, count(*) AS events
FROM topic_records JOIN topics ON topics.id = topic_records.topic_id
WHERE topic_records.table_name = 'events'
GROUP BY topics.id
ORDER BY topics.name, topics.id
