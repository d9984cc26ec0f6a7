-- Which dates are relative
-- Datings such as a weekday, with what they are resolved against.
SELECT
  events.id,
  events.name AS event,
  event_dates.date_text AS printed,
  event_dates.edtf AS means,
  event_dates.anchor AS "resolved against",
  quotes.source_id,
  quotes.start_char,
  quotes.end_char
FROM event_dates
JOIN events ON events.id = event_dates.event_id
JOIN quotes ON quotes.id = event_dates.quote_id
WHERE event_dates.basis <> 'stated' /* filters */
ORDER BY event_dates.earliest, events.id, quotes.source_id, event_dates.id
