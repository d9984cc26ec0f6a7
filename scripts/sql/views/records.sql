-- Every record as a person would read it.
SELECT table_name, row_id, label, text FROM record_texts;
