-- Which records have the words
-- The best :shown (all where that is negative), with a snippet in which what is found stands between marks. No more than
-- :most matches are ranked. They are told by the rowid of the last, up to which the index walks in one go; it would look
-- up each rowid of a set.
WITH matching AS (
  SELECT rowid FROM records_fts
  WHERE records_fts MATCH :words
    AND (:table IS NULL OR :table = (SELECT table_name FROM record_texts WHERE id = records_fts.rowid))
  LIMIT :most
)
SELECT
  record_texts.row_id AS id,
  record_texts.table_name AS "table",
  record_texts.label,
  snippet(records_fts, 1, :mark, :mark, '…', 16) AS found
FROM records_fts JOIN record_texts ON record_texts.id = records_fts.rowid
WHERE records_fts MATCH :words AND records_fts.rowid <= (SELECT max(rowid) FROM matching)
  AND (:table IS NULL OR record_texts.table_name = :table)
ORDER BY rank
LIMIT :shown
