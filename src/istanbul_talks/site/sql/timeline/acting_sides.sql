-- The sides that act in each event
-- A side is whoever belongs to nobody; it acts where one that belongs to it does, or acts for it: not those who are addressed,
-- invited, absent or only look on.
SELECT DISTINCT taking.event_id, sides.id, sides.name
FROM (
  SELECT event_id, actor_id, part FROM participants
  UNION
  SELECT event_id, on_behalf_of_id, part FROM participants
) AS taking
JOIN actor_tree ON actor_tree.actor_id = taking.actor_id
JOIN actors AS sides ON sides.id = actor_tree.ancestor_id AND sides.part_of_id IS NULL
WHERE taking.part NOT IN ('addressee', 'affected', 'audience', 'invited', 'absent', 'declined', 'observer')
ORDER BY taking.event_id, sides.id
