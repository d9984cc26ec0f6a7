-- Catch an event whose date is not one that an article gives.
SELECT events.id, events.edtf FROM events
WHERE edtf IS NOT NULL
  AND edtf NOT IN (SELECT edtf FROM event_dates WHERE event_dates.event_id = events.id);
