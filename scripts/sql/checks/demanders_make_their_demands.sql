-- Catch a demand that speakers make, but none of them is its demander or related to him, as a delegate is to the delegation; a document may speak for anyone.
WITH kin (actor_id, relative_id) AS MATERIALIZED (
  SELECT actor_id, asked_id FROM actor_scopes
  UNION
  SELECT asked_id, actor_id FROM actor_scopes
)
SELECT demands.id, demander_id, group_concat(DISTINCT holder_id) AS speakers
FROM demands
JOIN statements ON statements.demand_id = demands.id AND stance IN ('makes', 'reiterates', 'drops')
JOIN attributions ON attributions.id = attribution_id AND parent_id IS NOT NULL
JOIN actors ON actors.id = holder_id AND actors.kind <> 'document'
LEFT JOIN kin ON kin.actor_id = holder_id AND kin.relative_id = demander_id
GROUP BY demands.id
HAVING count(kin.actor_id) = 0;
