-- The demands :ids as a list prints them
-- Each with those who make it, of whom it is wanted, both with the side to which they belong, and the round in which it was first put.
SELECT
  demands.id,
  makers.demanders,
  (SELECT sides.name FROM actor_tree JOIN actors AS sides ON sides.id = actor_tree.ancestor_id
   WHERE actor_tree.actor_id = demands.demander_id AND sides.part_of_id IS NULL) AS side,
  addressees.name AS addressee,
  (SELECT sides.name FROM actor_tree JOIN actors AS sides ON sides.id = actor_tree.ancestor_id
   WHERE actor_tree.actor_id = demands.addressee_id AND sides.part_of_id IS NULL) AS addressed_side,
  demands.account,
  demands.content,
  rounds.name AS round,
  coalesce(demand_talks.begins, '9999') AS begins
FROM json_each(:ids) AS asked
JOIN demands ON demands.id = asked.value
JOIN demanders_in_words AS makers ON makers.demand_id = demands.id
JOIN demand_talks ON demand_talks.demand_id = demands.id
LEFT JOIN actors AS addressees ON addressees.id = demands.addressee_id
LEFT JOIN demand_rounds AS rounds ON rounds.demand_id = demands.id AND rounds.part = 'first put'
ORDER BY asked.key
