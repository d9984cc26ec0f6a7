-- Catch a date without a first day, and bounds that end before they begin.
WITH dated (table_name, row_id, edtf, earliest, latest) AS (
  SELECT 'roles', id, edtf, earliest, latest FROM roles
  UNION ALL SELECT 'events', id, edtf, earliest, latest FROM events
  UNION ALL SELECT 'event_dates', id, edtf, earliest, latest FROM event_dates
)
SELECT * FROM dated
WHERE earliest > latest OR (edtf IS NULL) <> (earliest IS NULL);
