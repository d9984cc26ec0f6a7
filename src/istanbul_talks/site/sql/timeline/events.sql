-- The events of the timeline, dated ones first
-- All of them, or where :actor is given those in which this actor, one that belongs to it or acts for it, or one of its groups took part.
SELECT
  events.id,
  events.name,
  dates_in_words.date,
  events.date_text,
  events.status,
  iif(events.date_basis = 'not_stated', NULL, events.earliest) AS earliest,
  iif(events.date_basis = 'not_stated', NULL, events.latest) AS latest,
  coalesce(events.edtf = events.earliest, FALSE) AS is_day,
  count(DISTINCT quotes.source_id) AS articles
FROM events
JOIN dates_in_words ON dates_in_words.event_id = events.id AND dates_in_words.event_date_id IS NULL
LEFT JOIN event_quotes ON event_quotes.event_id = events.id
LEFT JOIN quotes ON quotes.id = event_quotes.quote_id
WHERE :actor IS NULL OR events.id IN (
  SELECT event_id
  FROM participants JOIN actor_scopes ON actor_scopes.actor_id IN (participants.actor_id, participants.on_behalf_of_id)
  WHERE asked_id = :actor
)
GROUP BY events.id
ORDER BY
  events.earliest IS NULL,
  events.earliest,
  events.latest DESC NULLS FIRST,
  events.id
