-- Each sentence in words: its article with who speaks in it by the statements over it, the text as far as it is there (else the
-- quotations in it), and where it goes on, as far as a search of many words reaches. The full-text index of sentences reads it.
WITH cut AS (
  SELECT
    sentences.rowid AS id,
    sentences.id AS sentence_id,
    sentences.source_id,
    rtrim(substr(texts.text, sentences.start_char + 1, sentences.end_char - sentences.start_char), char(10) || ' ') AS exact,
    substr(texts.text, sentences.start_char + 1, sentences.end_char - sentences.start_char + 300) AS onwards,
    sentences.end_char + 300 >= sources.length AS is_last
  FROM sentences
  JOIN sources ON sources.id = sentences.source_id
  LEFT JOIN texts ON texts.source_id = sentences.source_id
)
SELECT
  cut.id,
  cut.sentence_id,
  cut.source_id,
  sources.label || coalesce(': ' || (
    SELECT group_concat(voice, '; ')
    FROM (
      SELECT statements.voice
      FROM quotes JOIN statements ON statements.quote_id = quotes.id
      WHERE quotes.sentence_id = cut.sentence_id
      GROUP BY statements.voice
      ORDER BY min(quotes.start_char), statements.voice
    )
  ), '') AS label,
  coalesce(cut.exact, (
    SELECT group_concat(iif(reached BETWEEN 1 AND start_char - 1, ' … ', '') || substr(exact, max(reached - start_char, 0) + 1), '')
    FROM (
      SELECT
        start_char,
        end_char,
        exact,
        coalesce(max(end_char) OVER (ORDER BY start_char, end_char ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS reached
      FROM quotes
      WHERE sentence_id = cut.sentence_id
      ORDER BY start_char, end_char
    )
    WHERE end_char > reached
  ), '') AS exact,
  coalesce(iif(is_last, cut.onwards, rtrim(cut.onwards, replace(cut.onwards, ' ', ''))), '') AS onwards
FROM cut
JOIN sources ON sources.id = cut.source_id;
