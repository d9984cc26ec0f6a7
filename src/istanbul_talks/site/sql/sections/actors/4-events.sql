-- Over time
-- The events with a part in them, also that of somebody who belongs here or acts for it, or of a group, dated ones first.
SELECT
  record_dates.date AS "when",
  events.name AS event,
  events.id AS event_id,
  replace(participants.part, '_', ' ') AS part,
  CASE WHEN as_one_of IS NOT NULL THEN 'as one of ' || as_one_of WHEN actors.id <> :id THEN actors.name END AS who,
  actors.id AS who_id,
  events.status
FROM participants
JOIN events ON events.id = participants.event_id
LEFT JOIN record_dates ON record_dates.table_name = 'participants' AND record_dates.row_id = participants.id
JOIN actors ON actors.id = participants.actor_id
LEFT JOIN actor_scopes AS scope ON scope.actor_id = participants.actor_id AND scope.asked_id = :id
LEFT JOIN actor_tree AS side ON side.actor_id = participants.on_behalf_of_id AND side.ancestor_id = :id
WHERE coalesce(scope.actor_id, side.actor_id) IS NOT NULL
ORDER BY events.earliest IS NULL, events.earliest, events.id
