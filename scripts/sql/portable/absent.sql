-- Who was invited and did not come.
SELECT
  events.dataset,
  events.id,
  events.edtf,
  events.name AS event,
  actors.name AS who,
  participants.part,
  quotes.exact AS words,
  quotes.source_id,
  quotes.start_char,
  quotes.end_char
FROM participants
JOIN events ON events.dataset = participants.dataset AND events.id = participants.event_id
JOIN actors ON actors.dataset = participants.dataset AND actors.id = participants.actor_id
JOIN participant_quotes
  ON participant_quotes.dataset = participants.dataset AND participant_quotes.participant_id = participants.id
JOIN quotes ON quotes.dataset = participant_quotes.dataset AND quotes.id = participant_quotes.quote_id
WHERE participants.part IN ('absent', 'declined', 'invited')
