-- Actors who are not people: every form of the name, what they belong to, their groups, members and delegates, the events they take part in.
SELECT
  'actors',
  actors.id,
  actors.name,
  actor_names.called || char(10) || replace(actors.kind, '_', ' ') || '. ' || actors.description || char(10)
    || coalesce('Part of: ' || above.name || char(10), '')
    || coalesce('One of: ' || memberships.one_of || char(10), '')
    || coalesce('Members: ' || memberships.members || char(10), '')
    || coalesce((
      SELECT group_concat(line, char(10))
      FROM (
        SELECT replace(participants.part, '_', ' ') || ': ' || member_names.called || ', in ' || events.name AS line
        FROM participants
        JOIN events ON events.id = participants.event_id
        JOIN actor_names AS member_names ON member_names.actor_id = participants.actor_id
        WHERE participants.on_behalf_of_id = actors.id AND actors.kind = 'delegation'
        ORDER BY participants.part <> 'head_of_delegation', participants.id
      )
    ) || char(10), '')
    || coalesce((
      SELECT group_concat(line, char(10))
      FROM (
        SELECT replace(participants.part, '_', ' ') || ': ' || events.name || coalesce(' (' || record_dates.date || ')', '') AS line
        FROM participants
        JOIN events ON events.id = participants.event_id
        LEFT JOIN record_dates ON record_dates.table_name = 'participants' AND record_dates.row_id = participants.id
        WHERE participants.actor_id = actors.id
        ORDER BY events.earliest, events.id, participants.id
      )
    ), '')
FROM actors
JOIN actor_names ON actor_names.actor_id = actors.id
JOIN memberships_in_words AS memberships ON memberships.actor_id = actors.id
LEFT JOIN actors AS above ON above.id = actors.part_of_id
WHERE actors.id NOT IN (SELECT id FROM people)
ORDER BY actors.id;
