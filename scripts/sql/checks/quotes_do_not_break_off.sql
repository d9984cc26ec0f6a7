-- Catch a quote that breaks off: it ends or begins with a word that joins two others, or reaches into a sentence it does not finish.
WITH
supporting (quote_id) AS (
  SELECT quote_id FROM statements UNION SELECT quote_id FROM event_quotes UNION SELECT quote_id FROM role_quotes
),
joining (word) AS (
  VALUES ('a'), ('an'), ('and'), ('as'), ('at'), ('but'), ('by'), ('for'), ('from'), ('in'), ('into'), ('of'), ('on'), ('or'),
    ('that'), ('the'), ('to'), ('which'), ('who'), ('with')
),
last_words (quote_id, sentence_end) AS (
  SELECT quotes.id, max(sentences.end_char)
  FROM supporting
  JOIN quotes ON quotes.id = supporting.quote_id
  JOIN sentences ON sentences.source_id = quotes.source_id AND sentences.start_char < quotes.end_char
  GROUP BY quotes.id
)
SELECT quotes.id, exact
FROM supporting
JOIN quotes ON quotes.id = supporting.quote_id
JOIN sentences ON sentences.id = quotes.sentence_id
JOIN last_words ON last_words.quote_id = quotes.id
JOIN texts ON texts.source_id = quotes.source_id
WHERE EXISTS (SELECT 1 FROM joining WHERE lower(exact) LIKE '% ' || word)
  OR EXISTS (SELECT 1 FROM joining WHERE word IN ('and', 'of', 'or') AND lower(exact) LIKE word || ' %')
  OR quotes.end_char > sentences.end_char
    AND trim(substr(text, quotes.end_char + 1, sentence_end - quotes.end_char), ' .!?”"’' || char(10)) <> '';
