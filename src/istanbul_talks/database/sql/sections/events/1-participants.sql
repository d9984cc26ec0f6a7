-- Who took part, and who did not
SELECT DISTINCT
  replace(participants.part, '_', ' ') || coalesce(', ' || sides.name, '') AS line,
  actors.name AS item,
  actors.id AS item_id,
  NULL AS note,
  NULL AS source_id
FROM participants
JOIN actors ON actors.id = participants.actor_id
LEFT JOIN actors AS sides ON sides.id = participants.on_behalf_of_id
JOIN contract_values AS parts
  ON parts.table_name = 'participants' AND parts.field_name = 'part' AND parts.value = participants.part
WHERE participants.event_id = :id
ORDER BY parts.position, sides.name, actors.kind <> 'person', actors.name, actors.id
