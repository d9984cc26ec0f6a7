-- Who demands how much on which topic
-- How many demands each actor makes on each topic, with the wider topic before it.
SELECT
  actors.name AS demander,
  topic_paths.path AS topic,
  count(*) AS demands,
  group_concat(demands.id, ', ') AS ids
FROM demands
JOIN actors ON actors.id = demands.demander_id
JOIN demand_topics ON demand_topics.demand_id = demands.id
JOIN topic_paths ON topic_paths.topic_id = demand_topics.topic_id
WHERE TRUE /* filters */
GROUP BY demands.demander_id, topic_paths.topic_id
ORDER BY demands DESC, demander, topic
