-- The sentence in which a place of an article begins, with the article's author
-- :start is the place's first character in the article :source_id. Where the database has no text, the sentence's longest quote.
SELECT
  sentences.id,
  upper(substr(authors.name, 1, 1)) || substr(authors.name, 2) AS voice,
  coalesce(
    substr(texts.text, sentences.start_char + 1, sentences.end_char - sentences.start_char),
    (SELECT exact FROM quotes WHERE sentence_id = sentences.id ORDER BY length(exact) DESC LIMIT 1)
  ) AS exact
FROM sentences
JOIN sources ON sources.id = sentences.source_id
JOIN actors AS authors ON authors.id = sources.author_id
LEFT JOIN texts ON texts.source_id = sentences.source_id
WHERE sentences.source_id = :source_id AND sentences.start_char <= :start AND sentences.end_char > :start
