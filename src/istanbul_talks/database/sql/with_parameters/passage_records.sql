-- The records other than demands and claims for which words of an article are evidence
-- Only those of :tables (a JSON array).
SELECT evidence.start_char, evidence.end_char, evidence.table_name, evidence.row_id, '' AS voice, records.label, FALSE AS is_denial
FROM evidence
JOIN records ON records.table_name = evidence.table_name AND records.row_id = evidence.row_id
WHERE
  evidence.source_id = :source
  AND evidence.table_name IN (SELECT value FROM json_each(:tables))
  AND evidence.table_name NOT IN ('demands', 'claims')
ORDER BY evidence.table_name, records.label, evidence.row_id, evidence.start_char, evidence.end_char
