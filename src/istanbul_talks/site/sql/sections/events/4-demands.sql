-- Demands made at it
SELECT
  coalesce('per ' || demands.account || ': ', '') || demands.content AS demand,
  demands.id AS demand_id,
  makers.demanders AS "by",
  iif(makers.demanders = demander.name, demander.id, NULL) AS by_id,
  addressee.name AS "of",
  addressee.id AS of_id
FROM demands
JOIN actors AS demander ON demander.id = demands.demander_id
JOIN demanders_in_words AS makers ON makers.demand_id = demands.id
LEFT JOIN actors AS addressee ON addressee.id = demands.addressee_id
WHERE demands.event_id = :id
ORDER BY demands.id
