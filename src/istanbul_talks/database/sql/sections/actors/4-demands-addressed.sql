-- What is wanted of {name}
SELECT
  demands.sentence AS item,
  demands.id AS item_id,
  'as one of ' || actor_scopes.as_one_of AS note,
  NULL AS source_id
FROM actor_scopes
JOIN demands ON demands.addressee_id = actor_scopes.actor_id
JOIN demand_talks ON demand_talks.demand_id = demands.id
WHERE actor_scopes.asked_id = :id
ORDER BY demand_talks.begins IS NULL, demand_talks.begins, demands.sentence, demands.id
