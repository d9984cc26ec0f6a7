-- Demands
-- What is wanted of whom, according to the articles, alone or with others, also by somebody who belongs here or by a group.
SELECT
  coalesce('per ' || demands.account || ': ', '') || demands.content AS demand,
  demands.id AS demand_id,
  CASE WHEN as_one_of IS NOT NULL THEN 'as one of ' || as_one_of WHEN demander.id <> :id THEN demander.name END AS who,
  demander.id AS who_id,
  addressee.name AS "of",
  addressee.id AS of_id,
  demands.kind,
  demand_talks.talks AS "in"
FROM demands
JOIN demand_talks ON demand_talks.demand_id = demands.id
JOIN demand_makers ON demand_makers.demand_id = demands.id
JOIN actors AS demander ON demander.id = demand_makers.actor_id
JOIN actor_scopes ON actor_scopes.actor_id = demand_makers.actor_id
LEFT JOIN actors AS addressee ON addressee.id = demands.addressee_id
WHERE actor_scopes.asked_id = :id
ORDER BY demand_talks.begins IS NULL, demand_talks.begins, demands.id
