-- Who was in the room in which round of talks, for which side, and who was expressly not there: the members of each delegation,
-- whoever came to talks of the round, and the absent, by article, with its words, and the posts and spellings that it prints.
SELECT
  rounds.name AS round,
  sides.name AS side,
  delegations.id AS delegation_id,
  delegations.name AS delegation,
  participants.part,
  participants.actor_id,
  actors.name,
  (
    SELECT group_concat(title, '; ')
    FROM (
      SELECT roles.title || iif(roles.status = 'former', ' (former)', '') AS title
      FROM roles
      WHERE roles.person_id = participants.actor_id AND roles.source_id = told.source_id
      ORDER BY roles.status, roles.id
    )
  ) AS posts,
  (
    SELECT group_concat(form, ', ')
    FROM (
      SELECT names.form
      FROM names JOIN mentions ON mentions.name_id = names.id JOIN quotes ON quotes.id = mentions.quote_id
      WHERE names.actor_id = participants.actor_id AND quotes.source_id = told.source_id
      GROUP BY names.form
      ORDER BY min(quotes.start_char)
    )
  ) AS printed_as,
  told.words,
  told.source_id,
  events.name AS event,
  participants.event_id,
  participants.id AS participant_id
FROM participants
JOIN actors ON actors.id = participants.actor_id
JOIN events ON events.id = participants.event_id
JOIN event_tree ON event_tree.event_id = events.id
JOIN events AS rounds ON rounds.id = event_tree.ancestor_id AND rounds.parent_id IS NULL AND rounds.kind = 'talks'
LEFT JOIN actors AS delegations ON delegations.id = participants.on_behalf_of_id AND delegations.kind = 'delegation'
JOIN actor_tree ON actor_tree.actor_id = coalesce(participants.on_behalf_of_id, participants.actor_id)
JOIN actors AS sides ON sides.id = actor_tree.ancestor_id AND sides.part_of_id IS NULL
JOIN contract_values AS parts
  ON parts.table_name = 'participants' AND parts.field_name = 'part' AND parts.value = participants.part
JOIN (
  SELECT participant_id, source_id, group_concat(exact, ' … ') AS words
  FROM (
    SELECT participant_quotes.participant_id, quotes.source_id, quotes.exact
    FROM participant_quotes JOIN quotes ON quotes.id = participant_quotes.quote_id
    ORDER BY quotes.start_char
  )
  GROUP BY participant_id, source_id
) AS told ON told.participant_id = participants.id
WHERE
  participants.part IN ('head_of_delegation', 'delegate', 'expert', 'absent')
  OR participants.part = 'attendee' AND events.kind = 'talks'
ORDER BY rounds.earliest, rounds.id, side, parts.position, actors.kind <> 'person', actors.name, told.source_id;
