-- What happened when: each event with each dating of it by an article, in order of time.
SELECT
  events.dataset,
  events.id,
  events.name AS event,
  events.status,
  events.edtf,
  event_dates.edtf AS dating,
  event_dates.date_text AS printed,
  sources.label AS article
FROM events
LEFT JOIN event_dates ON event_dates.dataset = events.dataset AND event_dates.event_id = events.id
LEFT JOIN quotes ON quotes.dataset = event_dates.dataset AND quotes.id = event_dates.quote_id
LEFT JOIN sources ON sources.dataset = quotes.dataset AND sources.id = quotes.source_id
ORDER BY
  events.earliest IS NULL,
  events.earliest,
  events.latest IS NULL,
  events.latest,
  events.dataset,
  events.id,
  event_dates.id
