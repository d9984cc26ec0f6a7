-- Catch a gap or an overlap between sentences, and characters before the first or after the last.
WITH neighbours AS (
  SELECT
    id,
    start_char,
    end_char,
    coalesce(lag(end_char) OVER article, 0) AS expected_start,
    coalesce(lead(start_char) OVER article, sources_length) AS expected_end
  FROM (SELECT sentences.*, sources.length AS sources_length FROM sentences JOIN sources ON sources.id = source_id)
  WINDOW article AS (PARTITION BY source_id ORDER BY number)
)
SELECT * FROM neighbours WHERE start_char <> expected_start OR end_char <> expected_end;
