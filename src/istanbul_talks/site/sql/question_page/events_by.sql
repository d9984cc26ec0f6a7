-- Who takes part in events: each actor, and what it belongs to.
SELECT DISTINCT actors.id, actors.name
FROM (SELECT actor_id FROM participants UNION SELECT on_behalf_of_id FROM participants) AS present
JOIN actor_tree USING (actor_id)
JOIN actors ON actors.id = actor_tree.ancestor_id
ORDER BY actors.name COLLATE NOCASE, actors.id
