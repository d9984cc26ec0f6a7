-- Who makes how many demands on which of the widest topics
-- A row for each side and each of its parts that makes any, which counts what belongs to it too, and whatever it makes as one of a group.
WITH makers (actor_id) AS (
  SELECT DISTINCT actor_tree.ancestor_id FROM actor_tree JOIN demand_makers ON demand_makers.actor_id = actor_tree.actor_id
)
SELECT
  widest.id AS topic_id,
  widest.name AS topic,
  sides.id AS side_id,
  actors.id AS maker_id,
  actors.name AS maker,
  count(DISTINCT demand_makers.demand_id) AS demands
FROM makers
JOIN actors ON actors.id = makers.actor_id
JOIN actor_tree AS above ON above.actor_id = actors.id
JOIN actors AS sides ON sides.id = above.ancestor_id AND sides.part_of_id IS NULL
JOIN actor_scopes ON actor_scopes.asked_id = actors.id
JOIN demand_makers ON demand_makers.actor_id = actor_scopes.actor_id
JOIN demand_topics ON demand_topics.demand_id = demand_makers.demand_id
JOIN topic_tree ON topic_tree.topic_id = demand_topics.topic_id
JOIN topics AS widest ON widest.id = topic_tree.ancestor_id AND widest.broader_id IS NULL
GROUP BY widest.id, actors.id
ORDER BY topic, maker
