-- Who takes a stand on claims: each actor, and what it belongs to.
SELECT DISTINCT actors.id, actors.name
FROM statements
JOIN attributions ON attributions.id = statements.attribution_id
JOIN actor_tree ON actor_tree.actor_id = attributions.holder_id
JOIN actors ON actors.id = actor_tree.ancestor_id
WHERE statements.claim_id IS NOT NULL
ORDER BY actors.name COLLATE NOCASE, actors.id
