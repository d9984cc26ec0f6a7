-- At a glance
SELECT 'kind' AS line, 'part in an event' AS item, NULL AS item_id, NULL AS note, NULL AS source_id
UNION ALL
SELECT 'Who', actors.name, actors.id, replace(participants.part, '_', ' '), NULL
FROM participants JOIN actors ON actors.id = participants.actor_id
WHERE participants.id = :id
UNION ALL
SELECT 'For', actors.name, actors.id, NULL, NULL
FROM participants JOIN actors ON actors.id = participants.on_behalf_of_id
WHERE participants.id = :id
UNION ALL
SELECT 'Event', events.name, events.id, iif(record_dates.date LIKE '% by %', NULL, record_dates.date), NULL
FROM participants
JOIN events ON events.id = participants.event_id
LEFT JOIN record_dates ON record_dates.table_name = 'participants' AND record_dates.row_id = participants.id
WHERE participants.id = :id
