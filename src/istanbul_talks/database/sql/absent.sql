-- Who was invited, declined, or was not there
-- Participants told of as invited, as having declined, or as absent: the words say which.
SELECT
  events.id,
  article_datings.edtf AS "when",
  events.name AS event,
  actors.name AS who,
  participants.part,
  quotes.exact AS words,
  quotes.source_id,
  quotes.start_char,
  quotes.end_char
FROM participants
JOIN events ON events.id = participants.event_id
JOIN actors ON actors.id = participants.actor_id
JOIN participant_quotes ON participant_quotes.participant_id = participants.id
JOIN quotes ON quotes.id = participant_quotes.quote_id
LEFT JOIN article_datings ON article_datings.event_id = events.id AND article_datings.source_id = quotes.source_id
WHERE participants.part IN ('absent', 'declined', 'invited') /* filters */
ORDER BY events.id, actors.name, quotes.source_id, quotes.start_char
