-- What happened in it
SELECT record_texts.label AS item, events.id AS item_id, iif(events.status IN ('occurred', 'alleged'), NULL, replace(events.status, '_', ' ')) AS note, NULL AS source_id
FROM events
JOIN record_texts ON record_texts.table_name = 'events' AND record_texts.row_id = events.id
WHERE events.parent_id = :id
ORDER BY events.earliest IS NULL, events.earliest, events.id
