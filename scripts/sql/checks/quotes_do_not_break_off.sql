-- Catch a quote that breaks off: it ends or begins with a word that joins two others, or reaches into a sentence it does not finish.
WITH
joining (language, kind, word) AS MATERIALIZED (
  SELECT language, kind, form FROM language_forms WHERE kind IN ('never_first', 'never_last')
),
marks (language, signs) AS (
  SELECT language, group_concat(form, '') FROM language_forms WHERE kind IN ('quotation_marks', 'apostrophes') GROUP BY language
),
supporting (id, source_id, language, sentence_id, words, start_char, end_char) AS MATERIALIZED (
  SELECT quotes.id, source_id, language, sentence_id, lower(exact), start_char, end_char
  FROM quotes JOIN sources ON sources.id = source_id
  WHERE quotes.id IN (SELECT quote_id FROM statements UNION SELECT quote_id FROM event_quotes UNION SELECT quote_id FROM role_quotes)
),
crossing (id, end_char, last_start) AS (
  SELECT supporting.id, supporting.end_char, max(later.start_char)
  FROM supporting
  JOIN sentences AS own ON own.id = sentence_id AND own.end_char < supporting.end_char
  JOIN sentences AS later ON later.source_id = supporting.source_id AND later.start_char < supporting.end_char
  GROUP BY supporting.id
)
SELECT id, words FROM supporting JOIN joining USING (language)
WHERE iif(kind = 'never_last', substr(words, -1 - length(word)) = ' ' || word, substr(words, 1, length(word) + 1) = word || ' ')
UNION
SELECT supporting.id, words
FROM crossing
JOIN supporting ON supporting.id = crossing.id
JOIN sentences ON sentences.source_id = supporting.source_id AND sentences.start_char = last_start
JOIN texts ON texts.source_id = supporting.source_id
LEFT JOIN marks ON marks.language = supporting.language
WHERE trim(substr(text, crossing.end_char + 1, sentences.end_char - crossing.end_char), ' .!?…' || char(10) || coalesce(signs, '')) <> '';
