-- When each event may lie: one row, or one for each date where it happened at several times.
SELECT DISTINCT events.id AS event_id, event_dates.edtf, event_dates.earliest, event_dates.latest
FROM events
JOIN event_dates
  ON event_dates.event_id = events.id
  AND instr(',' || trim(events.edtf, '{}') || ',', ',' || event_dates.edtf || ',');
