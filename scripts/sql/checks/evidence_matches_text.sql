-- Catch evidence that does not stand in its article, character for character.
SELECT evidence.table_name, evidence.row_id, evidence.exact, substr(text, start_char + 1, end_char - start_char) AS printed
FROM evidence JOIN texts ON texts.source_id = evidence.source_id
WHERE printed <> evidence.exact;
