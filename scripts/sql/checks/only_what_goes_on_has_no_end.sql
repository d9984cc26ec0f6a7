-- Catch a date with an open end of what is not told as going on; an end that is not known is left empty: 2025-05-16/.
SELECT 'event_dates' AS table_name, event_dates.id AS row_id, event_dates.edtf, events.status
FROM event_dates JOIN events ON events.id = event_dates.event_id
WHERE event_dates.latest IS NULL AND events.status <> 'ongoing'
UNION ALL
SELECT 'roles', id, edtf, status FROM roles WHERE edtf IS NOT NULL AND latest IS NULL AND status <> 'current';
