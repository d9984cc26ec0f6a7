-- Over time
-- The events with a part in them, dated ones first.
SELECT
  dates_in_words.date AS "when",
  events.name AS event,
  events.id AS event_id,
  replace(participants.part, '_', ' ') AS part,
  events.status
FROM participants
JOIN events ON events.id = participants.event_id
JOIN dates_in_words ON dates_in_words.event_id = events.id
WHERE participants.actor_id = :id
ORDER BY events.earliest IS NULL, events.earliest, events.id
