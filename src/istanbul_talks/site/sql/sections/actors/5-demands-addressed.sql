-- Demanded of this side
SELECT
  demands.content AS demand,
  demands.id AS demand_id,
  demander.name AS "by",
  demander.id AS by_id,
  demands.kind,
  demand_talks.talks AS "in"
FROM demands
JOIN demand_talks ON demand_talks.demand_id = demands.id
JOIN actors AS demander ON demander.id = demands.demander_id
WHERE demands.addressee_id = :id
ORDER BY demand_talks.begins IS NULL, demand_talks.begins, demands.id
