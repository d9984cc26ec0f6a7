-- The topics
-- Each topic with the one above it and how much is coded under it.
SELECT
  topics.id,
  topics.name AS topic,
  broader.name AS broader,
  topics.definition,
  (SELECT count(*) FROM demand_topics WHERE topic_id = topics.id) AS demands,
  (SELECT count(*) FROM claim_topics WHERE topic_id = topics.id) AS claims,
  (SELECT count(*) FROM event_topics WHERE topic_id = topics.id) AS events
FROM topics
LEFT JOIN topics AS broader ON broader.id = topics.broader_id
WHERE TRUE /* filters */
ORDER BY coalesce(broader.name, topics.name), broader.name IS NOT NULL, topics.name
