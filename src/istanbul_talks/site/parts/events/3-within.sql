-- What belongs to it
SELECT edtf AS "when", name AS event, id AS event_id, status
FROM events
WHERE parent_id = :id
ORDER BY coalesce(earliest, latest) IS NULL, coalesce(earliest, latest), id
