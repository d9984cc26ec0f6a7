-- Who took part, and who did not
SELECT
  actors.name AS actor,
  actors.id AS actor_id,
  replace(participants.part, '_', ' ') AS part,
  side.name AS "on behalf of",
  quotes.exact AS words,
  quotes.id AS quote_id
FROM participants
JOIN actors ON actors.id = participants.actor_id
LEFT JOIN actors AS side ON side.id = participants.on_behalf_of_id
LEFT JOIN participant_quotes ON participant_quotes.participant_id = participants.id
LEFT JOIN quotes ON quotes.id = participant_quotes.quote_id
WHERE participants.event_id = :id
ORDER BY participants.part, actors.name, quotes.source_id, quotes.start_char
