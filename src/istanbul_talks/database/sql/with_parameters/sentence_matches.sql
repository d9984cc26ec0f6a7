-- Which sentences have the words
-- The best :shown (all where that is negative; only :among, where that is a JSON array of keys) that have :words, or in which :phrase begins, which may go on in the next
-- sentences: in its article with who speaks in it, with the words between marks, with the statements, events and posts that rest
-- on it, and its first quote. No more than :most matches are ranked.
WITH whole AS MATERIALIZED (
  SELECT rowid AS id, highlight(sentences_fts, 0, :mark, :mark) AS found, bm25(sentences_fts) AS distance
  FROM sentences_fts
  WHERE sentences_fts MATCH 'exact : (' || :words || ')'
    AND (:among IS NULL OR sentences_fts.rowid IN (SELECT value FROM json_each(:among)))
  LIMIT :most
),
phrased AS MATERIALIZED (
  SELECT rowid AS id, highlight(sentences_fts, 1, :mark, :mark) AS found
  FROM sentences_fts
  WHERE sentences_fts MATCH 'onwards : ' || :phrase
  LIMIT :most
),
beginning AS (
  SELECT phrased.id, phrased.found
  FROM phrased JOIN sentence_texts ON sentence_texts.id = phrased.id
  WHERE instr(phrased.found, :mark) <= length(sentence_texts.exact)
),
best AS MATERIALIZED (
  SELECT id, found, distance, id IN (SELECT id FROM beginning) AS has_phrase FROM whole
  UNION ALL
  SELECT id, rtrim(found) || ' …', 0, TRUE FROM beginning WHERE id NOT IN (SELECT id FROM whole)
  ORDER BY has_phrase DESC, distance, id
  LIMIT :shown
),
resting AS MATERIALIZED (
  SELECT * FROM sentence_records
  WHERE sentence_id IN (SELECT sentences.id FROM best JOIN sentences ON sentences.rowid = best.id)
)
SELECT
  best.id AS key,
  sentence_texts.sentence_id AS id,
  'sentences' AS "table",
  sentence_texts.label,
  (
    SELECT group_concat(date, '; ')
    FROM (SELECT DISTINCT date FROM search_dates WHERE table_name = 'sentences' AND row_id = sentence_texts.sentence_id AND date IS NOT NULL ORDER BY earliest, latest)
  ) AS "when",
  replace(replace(best.found, char(10) || char(10), ' '), char(10), ' ') AS found,
  (
    SELECT nullif(json_group_array(json_object('text', label || ' [' || row_id || ']', 'label', label, 'table', table_name, 'id', row_id)), '[]')
    FROM (
      SELECT * FROM resting
      WHERE sentence_id = sentence_texts.sentence_id
      ORDER BY table_name <> 'statements', start_char, table_name, row_id
    )
  ) AS records,
  (SELECT id FROM quotes WHERE sentence_id = sentence_texts.sentence_id ORDER BY start_char, end_char LIMIT 1) AS quote,
  iif(best.has_phrase AND :is_quotation, 1, 3) AS place
FROM best JOIN sentence_texts ON sentence_texts.id = best.id
ORDER BY has_phrase DESC, distance, best.id
