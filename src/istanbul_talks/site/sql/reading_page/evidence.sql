-- The quotes of an article that are evidence for records of some tables (a JSON array), with these records
SELECT
  evidence.source_id || '_' || evidence.start_char || '-' || evidence.end_char AS quote_id,
  evidence.exact,
  evidence.table_name,
  evidence.row_id,
  records.label
FROM evidence
JOIN records ON records.table_name = evidence.table_name AND records.row_id = evidence.row_id
WHERE evidence.source_id = ? AND evidence.table_name IN (SELECT value FROM json_each(?))
ORDER BY evidence.start_char, evidence.end_char, evidence.table_name, records.label
