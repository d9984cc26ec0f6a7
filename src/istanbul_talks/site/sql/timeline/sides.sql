-- The two sides: whoever, with all that belongs to them, acts in most events
-- Not those who are addressed, invited, absent or only look on.
WITH sides AS MATERIALIZED (
  SELECT actor_tree.actor_id, actors.id, actors.name
  FROM actor_tree JOIN actors ON actors.id = actor_tree.ancestor_id AND actors.part_of_id IS NULL
)
SELECT sides.id, sides.name
FROM (
  SELECT event_id, actor_id, part FROM participants
  UNION
  SELECT event_id, on_behalf_of_id, part FROM participants
) AS taking
JOIN sides ON sides.actor_id = taking.actor_id
WHERE taking.part NOT IN ('addressee', 'affected', 'audience', 'invited', 'absent', 'declined', 'observer')
GROUP BY sides.id
ORDER BY count(DISTINCT taking.event_id) DESC, sides.id
LIMIT 2
