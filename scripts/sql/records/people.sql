-- People: every spelling, every post, every event they take part in.
SELECT
  'people',
  people.id,
  people.name,
  actor_names.called || char(10) || people.description || char(10)
    || coalesce('Belongs to or acts for: ' || above.name || char(10), '')
    || coalesce('One of: ' || memberships.one_of || char(10), '')
    || coalesce((
      SELECT group_concat(line, char(10))
      FROM (
        SELECT
          roles.title || coalesce(', ' || bodies.name, '') || ' (' || roles.status
            || coalesce(', ' || roles.date_text, '') || '; ' || sources.label || ')' AS line
        FROM roles
        JOIN sources ON sources.id = roles.source_id
        LEFT JOIN actors AS bodies ON bodies.id = roles.organization_id
        WHERE roles.person_id = people.id
        ORDER BY roles.id
      )
    ) || char(10), '')
    || coalesce((
      SELECT group_concat(line, char(10))
      FROM (
        SELECT replace(participants.part, '_', ' ') || ': ' || events.name || coalesce(' (' || record_dates.date || ')', '') AS line
        FROM participants
        JOIN events ON events.id = participants.event_id
        LEFT JOIN record_dates ON record_dates.table_name = 'participants' AND record_dates.row_id = participants.id
        WHERE participants.actor_id = people.id
        ORDER BY events.earliest, events.id, participants.id
      )
    ), '')
FROM people
JOIN actors ON actors.id = people.id
JOIN actor_names ON actor_names.actor_id = people.id
JOIN memberships_in_words AS memberships ON memberships.actor_id = people.id
LEFT JOIN actors AS above ON above.id = actors.part_of_id
ORDER BY people.id;
