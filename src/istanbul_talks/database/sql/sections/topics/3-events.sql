-- Events
SELECT record_texts.label AS item, events.id AS item_id, iif(events.status IN ('occurred', 'alleged'), NULL, replace(events.status, '_', ' ')) AS note, NULL AS source_id
FROM topic_records
JOIN events ON events.id = topic_records.row_id
JOIN record_texts ON record_texts.table_name = 'events' AND record_texts.row_id = events.id
WHERE topic_records.table_name = 'events' AND topic_records.topic_id = :id
ORDER BY events.earliest IS NULL, events.earliest, events.id
