-- What is only planned, proposed or alleged.
SELECT
  events.dataset,
  events.id,
  events.status,
  events.edtf,
  events.name AS event,
  quotes.exact AS words,
  quotes.source_id,
  quotes.start_char,
  quotes.end_char
FROM events
JOIN event_quotes ON event_quotes.dataset = events.dataset AND event_quotes.event_id = events.id
JOIN quotes ON quotes.dataset = event_quotes.dataset AND quotes.id = event_quotes.quote_id
WHERE events.status <> 'occurred'
