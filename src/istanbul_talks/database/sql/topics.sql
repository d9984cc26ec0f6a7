-- The topics
-- Each topic with the one above it, and how much is coded under it or a narrower one.
SELECT
  topics.id,
  topics.name AS topic,
  broader.name AS broader,
  topics.definition,
  (SELECT count(*) FROM topic_records WHERE topic_id = topics.id AND table_name = 'demands') AS demands,
  (SELECT count(*) FROM topic_records WHERE topic_id = topics.id AND table_name = 'claims') AS claims,
  (SELECT count(*) FROM topic_records WHERE topic_id = topics.id AND table_name = 'events') AS events,
  (SELECT count(*) FROM topic_records WHERE topic_id = topics.id AND table_name = 'discrepancies') AS disagreements
FROM topics
LEFT JOIN topics AS broader ON broader.id = topics.broader_id
WHERE TRUE /* filters */
ORDER BY coalesce(broader.name, topics.name), broader.name IS NOT NULL, topics.name, topics.id
