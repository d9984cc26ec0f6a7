-- Every comparable pair that nothing joins and of which nobody has said why it does not disagree, with the records' labels.
SELECT pairs.table_name, from_id, from_texts.label AS "from", to_id, to_texts.label AS "to", topics
FROM comparable_pairs AS pairs
JOIN record_texts AS from_texts ON from_texts.table_name = pairs.table_name AND from_texts.row_id = from_id
JOIN record_texts AS to_texts ON to_texts.table_name = pairs.table_name AND to_texts.row_id = to_id
WHERE joined_by IS NULL AND reason IS NULL;
