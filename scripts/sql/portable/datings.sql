-- How each article dates what happened.
SELECT
  event_dates.dataset,
  event_dates.event_id AS id,
  events.name AS event,
  event_dates.date_text AS printed,
  event_dates.edtf AS means,
  event_dates.basis,
  event_dates.anchor AS resolved_against,
  events.edtf AS settled_on,
  quotes.source_id,
  quotes.start_char,
  quotes.end_char
FROM event_dates
JOIN events ON events.dataset = event_dates.dataset AND events.id = event_dates.event_id
JOIN quotes ON quotes.dataset = event_dates.dataset AND quotes.id = event_dates.quote_id
