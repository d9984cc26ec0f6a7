-- Demands
SELECT DISTINCT demands.content AS demand, demands.id AS demand_id, actors.name AS "by", actors.id AS by_id, demands.context AS "in"
FROM demands
JOIN demand_topics ON demand_topics.demand_id = demands.id
JOIN topics ON topics.id = demand_topics.topic_id
JOIN actors ON actors.id = demands.demander_id
WHERE :id IN (topics.id, topics.broader_id)
ORDER BY demands.context, demands.id
