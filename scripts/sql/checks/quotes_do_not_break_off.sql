-- Catch a quote that breaks off: it ends or begins with a word that joins two others, or reaches into a sentence it does not finish.
WITH
joining (word, also_first) AS MATERIALIZED (
  VALUES ('a', 0), ('an', 0), ('and', 1), ('as', 0), ('at', 0), ('but', 0), ('by', 0), ('for', 0), ('from', 0), ('in', 0), ('into', 0),
    ('of', 1), ('on', 0), ('or', 1), ('that', 0), ('the', 0), ('to', 0), ('which', 0), ('who', 0), ('with', 0)
),
supporting (id, source_id, sentence_id, words, start_char, end_char) AS MATERIALIZED (
  SELECT id, source_id, sentence_id, lower(exact), start_char, end_char FROM quotes
  WHERE id IN (SELECT quote_id FROM statements UNION SELECT quote_id FROM event_quotes UNION SELECT quote_id FROM role_quotes)
),
crossing (id, end_char, last_start) AS (
  SELECT supporting.id, supporting.end_char, max(later.start_char)
  FROM supporting
  JOIN sentences AS own ON own.id = sentence_id AND own.end_char < supporting.end_char
  JOIN sentences AS later ON later.source_id = supporting.source_id AND later.start_char < supporting.end_char
  GROUP BY supporting.id
)
SELECT id, words FROM supporting JOIN joining
WHERE substr(words, -1 - length(word)) = ' ' || word OR also_first AND substr(words, 1, length(word) + 1) = word || ' '
UNION
SELECT supporting.id, words
FROM crossing
JOIN supporting ON supporting.id = crossing.id
JOIN sentences ON sentences.source_id = supporting.source_id AND sentences.start_char = last_start
JOIN texts ON texts.source_id = supporting.source_id
WHERE trim(substr(text, crossing.end_char + 1, sentences.end_char - crossing.end_char), ' .!?”"’' || char(10)) <> '';
