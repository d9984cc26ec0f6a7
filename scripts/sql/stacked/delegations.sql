-- Who was in the room: who headed and who sat in each delegation, who came, and who was expressly not there, in whose words.
WITH RECURSIVE rounds (dataset, event_id, name) AS (
  SELECT dataset, id, name FROM events WHERE parent_id IS NULL AND kind = 'talks'
  UNION ALL
  SELECT events.dataset, events.id, rounds.name
  FROM events
  JOIN rounds ON rounds.dataset = events.dataset AND rounds.event_id = events.parent_id
)
SELECT
  participants.dataset,
  participants.id,
  rounds.name AS round,
  actors.name,
  participants.part,
  represented.name AS acting_for,
  quotes.exact AS words,
  sources.label AS article,
  quotes.start_char
FROM participants
JOIN rounds ON rounds.dataset = participants.dataset AND rounds.event_id = participants.event_id
JOIN events ON events.dataset = participants.dataset AND events.id = participants.event_id
JOIN actors ON actors.dataset = participants.dataset AND actors.id = participants.actor_id
LEFT JOIN actors AS represented
  ON represented.dataset = participants.dataset AND represented.id = participants.on_behalf_of_id
JOIN participant_quotes AS told ON told.dataset = participants.dataset AND told.participant_id = participants.id
JOIN quotes ON quotes.dataset = told.dataset AND quotes.id = told.quote_id
JOIN sources ON sources.dataset = quotes.dataset AND sources.id = quotes.source_id
WHERE
  participants.part IN ('head_of_delegation', 'delegate', 'expert', 'absent')
  OR (participants.part = 'attendee' AND events.kind = 'talks')
ORDER BY participants.dataset, round, participants.id, article, quotes.start_char
