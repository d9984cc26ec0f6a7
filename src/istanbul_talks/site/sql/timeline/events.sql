-- The events of the timeline, dated ones first
-- All of them, or where :by is given those in which this actor, one that belongs to it or acts for it, or one of its groups took
-- part, and where :topic is given those on it or on a narrower one; no more than :most.
SELECT
  events.id,
  events.name,
  dates_in_words.date,
  events.status,
  iif(events.status = 'alleged', (SELECT alleged_by FROM timeline WHERE event_id = events.id), NULL) AS alleged_by,
  events.duration = 'lasts' AS lasts,
  coalesce(
    events.edtf = events.earliest
    OR events.edtf = events.earliest || '/' || events.latest AND julianday(events.latest) - julianday(events.earliest) = 1,
    FALSE
  ) AS is_known,
  events.edtf,
  iif(events.date_basis = 'not_stated', NULL, events.earliest) AS earliest,
  iif(events.date_basis = 'not_stated', NULL, events.latest) AS latest,
  count(DISTINCT quotes.source_id) AS articles
FROM events
JOIN dates_in_words ON dates_in_words.event_id = events.id AND dates_in_words.event_date_id IS NULL
LEFT JOIN event_quotes ON event_quotes.event_id = events.id
LEFT JOIN quotes ON quotes.id = event_quotes.quote_id
WHERE
  (
    :by IS NULL OR events.id IN (
      SELECT event_id
      FROM participants JOIN actor_scopes ON actor_scopes.actor_id IN (participants.actor_id, participants.on_behalf_of_id)
      WHERE asked_id = :by
    )
  )
  AND (:topic IS NULL OR events.id IN (SELECT row_id FROM topic_records WHERE table_name = 'events' AND topic_id = :topic))
GROUP BY events.id
ORDER BY
  events.earliest IS NULL,
  events.earliest,
  events.latest NULLS LAST,
  events.id
LIMIT :most
