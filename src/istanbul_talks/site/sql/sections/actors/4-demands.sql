-- Demands
-- What is wanted of whom, according to the articles, whoever tells of it.
SELECT
  demands.content AS demand,
  demands.id AS demand_id,
  addressee.name AS "of",
  addressee.id AS of_id,
  demands.kind,
  demand_talks.talks AS "in"
FROM demands
JOIN demand_talks ON demand_talks.demand_id = demands.id
LEFT JOIN actors AS addressee ON addressee.id = demands.addressee_id
WHERE demands.demander_id = :id
ORDER BY demand_talks.begins IS NULL, demand_talks.begins, demands.id
