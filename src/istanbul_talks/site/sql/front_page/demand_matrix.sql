-- Who makes how many demands on which of the widest topics
-- A demand counts once for each of them.
WITH RECURSIVE within (topic_id, widest_id) AS (
  SELECT id, id FROM topics WHERE broader_id IS NULL
  UNION ALL
  SELECT topics.id, within.widest_id FROM topics JOIN within ON within.topic_id = topics.broader_id
)
SELECT
  widest.id AS topic_id,
  widest.name AS topic,
  actors.id AS demander_id,
  actors.name AS demander,
  count(DISTINCT demands.id) AS demands
FROM demand_topics
JOIN within ON within.topic_id = demand_topics.topic_id
JOIN topics AS widest ON widest.id = within.widest_id
JOIN demands ON demands.id = demand_topics.demand_id
JOIN actors ON actors.id = demands.demander_id
GROUP BY widest.id, actors.id
ORDER BY topic, demander
