-- Of whom something is wanted: each actor, and what it belongs to.
SELECT DISTINCT actors.id, actors.name
FROM demands
JOIN actor_tree ON actor_tree.actor_id = demands.addressee_id
JOIN actors ON actors.id = actor_tree.ancestor_id
ORDER BY actors.name COLLATE NOCASE, actors.id
