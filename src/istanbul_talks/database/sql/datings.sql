-- How each article dates what happened
-- The printed words, what they resolve to and against what, beside the date the dataset settles on.
SELECT
  event_dates.event_id AS id,
  events.name AS event,
  event_dates.date_text AS printed,
  event_dates.edtf AS means,
  event_dates.basis,
  event_dates.anchor AS "resolved against",
  events.edtf AS "settled on",
  quotes.source_id,
  quotes.start_char,
  quotes.end_char
FROM event_dates
JOIN events ON events.id = event_dates.event_id
JOIN quotes ON quotes.id = event_dates.quote_id
WHERE TRUE /* filters */
ORDER BY event_dates.earliest, events.id, quotes.source_id, quotes.start_char, event_dates.id
