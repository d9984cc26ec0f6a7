-- Which records have the words
-- The best :shown (all where that is negative; only :among, where that is a JSON array of keys), with when they were said or
-- happened and the whole text, what is found in it between marks, then as it is with the articles' titles: first those whose name the words are (:named, a JSON array
-- of ids), then records in their own right, then rows that only belong to others. No more than :most matches are ranked. They are told by the rowid of the last, up to which the index walks in
-- one go; it would look up each rowid of a set. It walks twice, so that a snippet is made only of what is shown.
WITH matching AS (
  SELECT rowid FROM records_fts
  WHERE records_fts MATCH :words
    AND (:table IS NULL OR :table = (SELECT table_name FROM record_texts WHERE id = records_fts.rowid))
  LIMIT :most
),
best AS MATERIALIZED (
  SELECT
    record_texts.id,
    row_id NOT IN (SELECT value FROM json_each(:named)) AS has_other_name,
    record_texts.is_part,
    bm25(records_fts, 10, 1) AS distance
  FROM records_fts JOIN record_texts ON record_texts.id = records_fts.rowid
  WHERE records_fts MATCH :words AND records_fts.rowid <= (SELECT max(rowid) FROM matching)
    AND (:table IS NULL OR record_texts.table_name = :table)
    AND (:among IS NULL OR record_texts.id IN (SELECT value FROM json_each(:among)))
  ORDER BY has_other_name, record_texts.is_part, distance, record_texts.id
  LIMIT :shown
)
SELECT
  record_texts.id AS key,
  record_texts.row_id AS id,
  record_texts.table_name AS "table",
  record_texts.label,
  (
    SELECT group_concat(date, '; ')
    FROM (SELECT DISTINCT date FROM search_dates WHERE table_name = record_texts.table_name AND row_id = record_texts.row_id AND date IS NOT NULL ORDER BY earliest, latest)
  ) AS "when",
  highlight(records_fts, 1, :mark, :mark) || :parting || record_texts.text AS found,
  NULL AS records,
  NULL AS quote,
  iif(has_other_name, 2 * (1 + best.is_part), 0) AS place
FROM records_fts CROSS JOIN best ON best.id = +records_fts.rowid
JOIN record_texts ON record_texts.id = best.id
WHERE records_fts MATCH :words AND records_fts.rowid <= (SELECT max(id) FROM best)
ORDER BY has_other_name, best.is_part, distance, best.id
