-- What has the words
-- The best :shown records and sentences (all where that is negative) that have :words, of one :table where that is given, and how many
-- there are; where :parts, a JSON array, is not empty, those that have half of these or more, what has most of them first. Before all
-- others comes whoever is :named (a JSON array of ids), then the sentence in which :phrase begins, which may go on in the next ones, if that
-- :is_quotation, then records in their own right, sentences, and rows that only belong to others; no more than :most of each are ranked.
-- Of a sentence all is shown, of a record the best line: an article's words where the label says whose they are, then sentences, notation
-- last; cut to about :longest characters around the first that is found. What is found stands between marks, :mark.
WITH records_with (id, parts) AS MATERIALIZED (
  SELECT records_fts.rowid, count(*)
  FROM json_each(:parts) JOIN records_fts ON records_fts MATCH json_each.value
  GROUP BY records_fts.rowid
  HAVING 2 * count(*) >= json_array_length(:parts)
),
sentences_with (id, parts) AS MATERIALIZED (
  SELECT sentences_fts.rowid, count(*)
  FROM json_each(:parts) JOIN sentences_fts ON sentences_fts MATCH 'exact : (' || json_each.value || ')'
  GROUP BY sentences_fts.rowid
  HAVING 2 * count(*) >= json_array_length(:parts)
),
-- Told by the rowid of the last, up to which the index walks in one go; it would look up each rowid of a set.
matching AS MATERIALIZED (
  SELECT rowid AS id FROM records_fts
  WHERE records_fts MATCH :words
    AND (:table IS NULL OR :table = (SELECT table_name FROM record_texts WHERE id = records_fts.rowid))
    AND (:parts = '[]' OR rowid IN (SELECT id FROM records_with))
  LIMIT :most
),
best_records AS MATERIALIZED (
  SELECT
    record_texts.id,
    (SELECT parts FROM records_with WHERE id = record_texts.id) AS parts,
    iif(row_id IN (SELECT value FROM json_each(:named)), 0, 2 + 2 * is_part) AS place,
    bm25(records_fts, 10, 1) AS distance
  FROM records_fts JOIN record_texts ON record_texts.id = records_fts.rowid
  WHERE records_fts MATCH :words AND records_fts.rowid <= (SELECT max(id) FROM matching)
    AND (:table IS NULL OR table_name = :table)
    AND (:parts = '[]' OR records_fts.rowid IN (SELECT id FROM records_with))
  ORDER BY parts DESC, place, distance, record_texts.id
  LIMIT :shown
),
-- The index is walked once more, so that only what is shown is marked.
marked AS MATERIALIZED (
  SELECT best_records.id, highlight(records_fts, 1, :mark, :mark) AS content
  FROM records_fts CROSS JOIN best_records ON best_records.id = +records_fts.rowid
  WHERE records_fts MATCH :words AND records_fts.rowid <= (SELECT max(id) FROM best_records)
),
-- A line is indented by how good it is to show, notation most; before the words of articles' titles stands U+E000, as the build wrote them.
lines AS MATERIALIZED (
  SELECT
    id,
    (
      SELECT replace(replace(ltrim(value, ' '), char(0xE000), ''), ' > ', ' – ')
      FROM (
        SELECT
          key,
          value,
          length(value) - length(ltrim(value, ' ')) AS indent,
          iif(
            instr(value, :mark),
            (SELECT count(DISTINCT part.value) FROM json_each('[' || replace(json_quote(each.value), :mark, '","') || ']') AS part WHERE part.key & 1),
            0
          ) AS found
        FROM json_each('[' || replace(json_quote(replace(content, char(10), :parting)), :parting, '","') || ']') AS each
      )
      ORDER BY indent = 3, found = 0, indent, found DESC, key
      LIMIT 1
    ) AS line
  FROM marked
),
opened AS (
  SELECT id, ltrim(substr(line, length(skipped) + 1)) AS line, skipped <> '' AS is_cut
  FROM (
    SELECT id, line, rtrim(before, replace(before, ' ', '')) AS skipped
    FROM (SELECT id, line, iif(length(line) > :longest, substr(line, 1, max(0, instr(line, :mark) - 1 - :longest / 3)), '') AS before FROM lines)
  )
),
closed AS (
  SELECT id, line, is_cut, iif(length(line) > :longest, coalesce(nullif(rtrim(kept, replace(kept, ' ', '')), ''), kept), line) AS shown
  FROM (SELECT *, substr(line, 1, :longest) AS kept FROM opened)
),
whole AS MATERIALIZED (
  SELECT rowid AS id, highlight(sentences_fts, 0, :mark, :mark) AS found, bm25(sentences_fts) AS distance
  FROM sentences_fts
  WHERE sentences_fts MATCH 'exact : (' || :words || ')'
    AND (:table IS NULL OR :table = 'sentences')
    AND (:parts = '[]' OR rowid IN (SELECT id FROM sentences_with))
  LIMIT :most
),
beginning AS MATERIALIZED (
  SELECT phrased.id, phrased.found
  FROM (
    SELECT rowid AS id, highlight(sentences_fts, 1, :mark, :mark) AS found
    FROM sentences_fts
    WHERE sentences_fts MATCH 'onwards : ' || :phrase AND (:table IS NULL OR :table = 'sentences')
    LIMIT :most
  ) AS phrased
  JOIN sentence_texts ON sentence_texts.id = phrased.id
  WHERE instr(phrased.found, :mark) <= length(sentence_texts.exact)
),
ranked_sentences AS MATERIALIZED (
  SELECT id, found, distance, id IN (SELECT id FROM beginning) AS has_phrase FROM whole
  UNION ALL
  SELECT id, rtrim(found) || ' …', 0, TRUE FROM beginning WHERE id NOT IN (SELECT id FROM whole)
),
best_sentences AS MATERIALIZED (
  SELECT
    id, found, distance, has_phrase,
    (SELECT parts FROM sentences_with WHERE sentences_with.id = ranked_sentences.id) AS parts,
    iif(has_phrase AND :is_quotation, 1, 3) AS place
  FROM ranked_sentences
  ORDER BY parts DESC, place, has_phrase DESC, distance, id
  LIMIT :shown
),
resting AS MATERIALIZED (
  SELECT * FROM sentence_records
  WHERE sentence_id IN (SELECT sentences.id FROM best_sentences JOIN sentences ON sentences.rowid = best_sentences.id)
),
found AS (
  SELECT
    record_texts.row_id AS id,
    record_texts.table_name AS "table",
    label,
    iif(is_cut, '…', '') || shown || iif(length(replace(shown, :mark, :mark || ' ')) - length(shown) & 1, :mark, '') || iif(line <> shown, '…', '') AS found,
    NULL AS records,
    NULL AS quote,
    best_records.parts, place, FALSE AS has_phrase, distance, best_records.id AS key
  FROM best_records JOIN closed ON closed.id = best_records.id JOIN record_texts ON record_texts.id = best_records.id
  UNION ALL
  SELECT
    sentence_texts.sentence_id,
    'sentences',
    label,
    replace(replace(best_sentences.found, char(10) || char(10), ' '), char(10), ' '),
    (
      SELECT nullif(json_group_array(json_object('text', label || ' [' || row_id || ']', 'label', label, 'table', table_name, 'id', row_id)), '[]')
      FROM (
        SELECT * FROM resting
        WHERE sentence_id = sentence_texts.sentence_id
        ORDER BY table_name <> 'statements', start_char, table_name, row_id
      )
    ),
    (SELECT id FROM quotes WHERE sentence_id = sentence_texts.sentence_id ORDER BY start_char, end_char LIMIT 1),
    best_sentences.parts, place, has_phrase, distance, best_sentences.id
  FROM best_sentences JOIN sentence_texts ON sentence_texts.id = best_sentences.id
)
SELECT
  id, "table", label,
  (
    SELECT group_concat(date, '; ')
    FROM (SELECT DISTINCT date FROM search_dates WHERE table_name = found."table" AND row_id = found.id AND date IS NOT NULL ORDER BY earliest, latest)
  ) AS "when",
  found, records, quote,
  (SELECT count(*) FROM matching) + (SELECT count(*) FROM ranked_sentences) AS total
FROM found
ORDER BY parts DESC, place, has_phrase DESC, distance, key
LIMIT :shown
