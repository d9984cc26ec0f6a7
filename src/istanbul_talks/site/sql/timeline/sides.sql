-- The two sides: whoever, with all that belongs to them, acts in most events
-- Not those who are addressed, invited, absent or only look on.
SELECT sides.id, sides.name
FROM participants
JOIN actor_tree ON actor_tree.actor_id IN (participants.actor_id, participants.on_behalf_of_id)
JOIN actors AS sides ON sides.id = actor_tree.ancestor_id AND sides.part_of_id IS NULL
WHERE participants.part NOT IN ('addressee', 'affected', 'audience', 'invited', 'absent', 'declined', 'observer')
GROUP BY sides.id
ORDER BY count(DISTINCT participants.event_id) DESC, sides.id
LIMIT 2
