-- Demands
-- What is wanted of whom, according to the articles, whoever tells of it.
SELECT
  demands.content AS demand,
  demands.id AS demand_id,
  addressee.name AS "of",
  addressee.id AS of_id,
  demands.kind,
  demands.context AS "in"
FROM demands
LEFT JOIN actors AS addressee ON addressee.id = demands.addressee_id
WHERE demands.demander_id = :id
ORDER BY demands.context, demands.id
