-- What rests on the same words
SELECT record_texts.label AS item, record_texts.row_id AS item_id, NULL AS note, NULL AS source_id
FROM record_disagreements
JOIN record_texts USING (table_name, row_id)
WHERE record_disagreements.discrepancy_id = :id AND table_name IN ('demands', 'claims', 'events')
ORDER BY table_name DESC, item, item_id
