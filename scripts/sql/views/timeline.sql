-- The events in order of time, with the articles that tell of them and those that give the date; those without a date come last.
SELECT
  events.id AS event_id,
  events.edtf,
  events.earliest,
  events.latest,
  events.date_text,
  events.date_basis,
  events.name,
  events.kind,
  events.status,
  (
    SELECT group_concat(name, ', ')
    FROM (SELECT DISTINCT name FROM allegations WHERE event_id = events.id ORDER BY name)
  ) AS alleged_by,
  events.place,
  (
    SELECT group_concat(name || ' (' || replace(part, '_', ' ') || ')', ', ')
    FROM (
      SELECT actors.name, participants.part
      FROM participants JOIN actors ON actors.id = participants.actor_id
      WHERE participants.event_id = events.id
      ORDER BY participants.id
    )
  ) AS participants,
  (
    SELECT group_concat(source_id, ', ')
    FROM (
      SELECT DISTINCT quotes.source_id
      FROM event_quotes JOIN quotes ON quotes.id = event_quotes.quote_id
      WHERE event_quotes.event_id = events.id
      ORDER BY quotes.source_id
    )
  ) AS sources,
  (
    SELECT group_concat(source_id, ', ')
    FROM (
      SELECT DISTINCT quotes.source_id
      FROM event_periods
      JOIN event_dates ON event_dates.event_id = event_periods.event_id AND event_dates.edtf = event_periods.edtf
      JOIN quotes ON quotes.id = event_dates.quote_id
      WHERE event_periods.event_id = events.id
      ORDER BY quotes.source_id
    )
  ) AS dated_by
FROM events
ORDER BY events.earliest IS NULL, events.earliest, events.latest, events.id;
