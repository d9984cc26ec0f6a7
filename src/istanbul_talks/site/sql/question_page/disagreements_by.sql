-- Who has a side in a disagreement: each actor, and what it belongs to.
SELECT DISTINCT actors.id, actors.name
FROM discrepancy_sides
JOIN sources ON sources.id = discrepancy_sides.source_id
JOIN actor_tree ON actor_tree.actor_id = coalesce(discrepancy_sides.holder_id, sources.author_id)
JOIN actors ON actors.id = actor_tree.ancestor_id
ORDER BY actors.name COLLATE NOCASE, actors.id
