-- Catch an event whose date, or a date of whose set, is not one that an article gives.
SELECT id, edtf FROM events
WHERE edtf IS NOT NULL
  AND (SELECT count(*) FROM event_periods WHERE event_id = events.id) <> length(edtf) - length(replace(edtf, ',', '')) + 1;
