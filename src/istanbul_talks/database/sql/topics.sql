-- The topics
-- Each topic with the one above it, and how much is coded under it or a narrower one.
SELECT
  topics.id,
  topics.name AS topic,
  broader.name AS broader,
  topics.definition,
  (SELECT count(DISTINCT demand_id) FROM topic_tree JOIN demand_topics USING (topic_id) WHERE ancestor_id = topics.id) AS demands,
  (SELECT count(DISTINCT claim_id) FROM topic_tree JOIN claim_topics USING (topic_id) WHERE ancestor_id = topics.id) AS claims,
  (SELECT count(DISTINCT event_id) FROM topic_tree JOIN event_topics USING (topic_id) WHERE ancestor_id = topics.id) AS events
FROM topics
LEFT JOIN topics AS broader ON broader.id = topics.broader_id
WHERE TRUE /* filters */
ORDER BY coalesce(broader.name, topics.name), broader.name IS NOT NULL, topics.name
