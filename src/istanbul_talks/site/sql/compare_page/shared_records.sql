-- Demands, claims and events that several articles tell of
-- Those of most articles come first.
SELECT records.table_name, records.row_id, records.label, count(DISTINCT evidence.source_id) AS articles
FROM records JOIN evidence USING (table_name, row_id)
WHERE records.table_name IN ('demands', 'claims', 'events')
GROUP BY records.table_name, records.row_id
HAVING articles > 1
ORDER BY articles DESC, records.table_name, records.label, records.row_id
