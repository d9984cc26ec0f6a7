-- Participants: who had which part in which event, and for whom.
SELECT
  'participants',
  participants.id,
  actors.name || ', ' || replace(participants.part, '_', ' ') || ': ' || events.name,
  actor_names.called || ', ' || replace(participants.part, '_', ' ') || coalesce(', for ' || sides.name, '') || char(10)
    || events.name || coalesce(' (' || record_dates.date || ')', '') || coalesce(', ' || events.place, '') || char(10)
    || events.description
FROM participants
JOIN actors ON actors.id = participants.actor_id
JOIN actor_names ON actor_names.actor_id = participants.actor_id
JOIN events ON events.id = participants.event_id
LEFT JOIN record_dates ON record_dates.table_name = 'participants' AND record_dates.row_id = participants.id
LEFT JOIN actors AS sides ON sides.id = participants.on_behalf_of_id
ORDER BY participants.id;
