-- What rests on these words
SELECT DISTINCT record_texts.label AS item, record_texts.row_id AS item_id, NULL AS note, NULL AS source_id
FROM quotes
JOIN evidence USING (source_id, start_char, end_char)
JOIN record_texts USING (table_name, row_id)
WHERE quotes.id = :id AND table_name IN (
  'sources', 'actors', 'people', 'roles', 'events', 'participants', 'demands', 'claims', 'discrepancies', 'statements'
)
ORDER BY table_name, item, item_id
