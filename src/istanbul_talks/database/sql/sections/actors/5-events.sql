-- What {name} took part in
-- Also through whoever belongs here or acts for {name}, or as one of a group.
SELECT DISTINCT
  iif(record_dates.date LIKE '% by %', '', coalesce(record_dates.date || ': ', '')) || events.name AS item,
  events.id AS item_id,
  iif(actors.id = :id OR scope.as_one_of IS NOT NULL, '', actors.name || ', ') || replace(participants.part, '_', ' ')
    || coalesce(', as one of ' || scope.as_one_of, '') || iif(events.status = 'occurred', '', '; ' || replace(events.status, '_', ' ')) AS note,
  NULL AS source_id
FROM participants
JOIN events ON events.id = participants.event_id
LEFT JOIN record_dates ON record_dates.table_name = 'participants' AND record_dates.row_id = participants.id
JOIN actors ON actors.id = participants.actor_id
LEFT JOIN actor_scopes AS scope ON scope.actor_id = participants.actor_id AND scope.asked_id = :id
LEFT JOIN actor_tree AS side ON side.actor_id = participants.on_behalf_of_id AND side.ancestor_id = :id
WHERE coalesce(scope.actor_id, side.actor_id) IS NOT NULL
ORDER BY events.earliest IS NULL, events.earliest, events.id, participants.id
