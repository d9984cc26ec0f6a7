-- Demanded of this side
-- Also of somebody who belongs here, or of a group.
SELECT
  coalesce('per ' || demands.account || ': ', '') || demands.content AS demand,
  demands.id AS demand_id,
  makers.demanders AS "by",
  iif(makers.demanders = demander.name, demander.id, NULL) AS by_id,
  CASE WHEN as_one_of IS NOT NULL THEN 'as one of ' || as_one_of WHEN addressee.id <> :id THEN addressee.name END AS who,
  addressee.id AS who_id,
  demands.kind,
  demand_talks.talks AS "in"
FROM demands
JOIN demand_talks ON demand_talks.demand_id = demands.id
JOIN actors AS demander ON demander.id = demands.demander_id
JOIN demanders_in_words AS makers ON makers.demand_id = demands.id
JOIN actors AS addressee ON addressee.id = demands.addressee_id
JOIN actor_scopes ON actor_scopes.actor_id = demands.addressee_id
WHERE actor_scopes.asked_id = :id
ORDER BY demand_talks.begins IS NULL, demand_talks.begins, demands.id
