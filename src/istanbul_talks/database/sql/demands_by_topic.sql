-- Who demands how much on which topic
-- How many demands each actor makes on each topic, alone or with others, with the wider topic before it.
SELECT
  actors.name AS demander,
  topic_paths.path AS topic,
  count(*) AS demands,
  group_concat(demands.id, ', ') AS ids
FROM demands
JOIN demand_makers ON demand_makers.demand_id = demands.id
JOIN actors ON actors.id = demand_makers.actor_id
JOIN demand_topics ON demand_topics.demand_id = demands.id
JOIN topic_paths ON topic_paths.topic_id = demand_topics.topic_id
WHERE TRUE /* filters */
GROUP BY actors.id, topic_paths.topic_id
ORDER BY demands DESC, demander, topic
