-- Who makes demands: each actor, and what it belongs to.
SELECT DISTINCT actors.id, actors.name
FROM demand_makers
JOIN actor_tree USING (actor_id)
JOIN actors ON actors.id = actor_tree.ancestor_id
ORDER BY actors.name COLLATE NOCASE, actors.id
