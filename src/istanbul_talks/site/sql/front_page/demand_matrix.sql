-- Who makes how many demands on which of the widest topics
-- A demand counts once for each of them, and for each of those who make it together.
SELECT
  widest.id AS topic_id,
  widest.name AS topic,
  actors.id AS maker_id,
  actors.name AS maker,
  count(DISTINCT demands.id) AS demands
FROM demand_topics
JOIN topic_tree ON topic_tree.topic_id = demand_topics.topic_id
JOIN topics AS widest ON widest.id = topic_tree.ancestor_id AND widest.broader_id IS NULL
JOIN demands ON demands.id = demand_topics.demand_id
JOIN demand_makers ON demand_makers.demand_id = demands.id
JOIN actors ON actors.id = demand_makers.actor_id
GROUP BY widest.id, actors.id
ORDER BY topic, maker
