-- Demanded of this side
SELECT
  demands.content AS demand,
  demands.id AS demand_id,
  demander.name AS "by",
  demander.id AS by_id,
  demands.kind,
  demands.context AS "in"
FROM demands
JOIN actors AS demander ON demander.id = demands.demander_id
WHERE demands.addressee_id = :id
ORDER BY demands.context, demands.id
