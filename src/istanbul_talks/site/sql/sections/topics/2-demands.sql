-- Demands
SELECT DISTINCT
  demands.content AS demand,
  demands.id AS demand_id,
  demander.name AS "by",
  demander.id AS by_id,
  addressee.name AS "of",
  addressee.id AS of_id,
  demands.context AS "in"
FROM demands
JOIN demand_topics ON demand_topics.demand_id = demands.id
JOIN topics ON topics.id = demand_topics.topic_id
JOIN actors AS demander ON demander.id = demands.demander_id
LEFT JOIN actors AS addressee ON addressee.id = demands.addressee_id
WHERE :id IN (topics.id, topics.broader_id)
ORDER BY demands.context, demands.id
