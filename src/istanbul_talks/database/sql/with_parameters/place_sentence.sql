-- The sentence in which a place of an article begins, with the article's author before it
-- :start is the place's first character in the article :source_id. Of a sentence that the database does not have, what it has of it.
SELECT sentences.id, upper(substr(authors.voices, 1, 1)) || substr(authors.voices, 2) AS voice, sentence_texts.exact
FROM sentences
JOIN sentence_texts ON sentence_texts.sentence_id = sentences.id
JOIN attribution_chains AS authors ON authors.source_id = sentences.source_id AND authors.depth = 0
WHERE sentences.source_id = :source_id AND sentences.start_char <= :start AND sentences.end_char > :start
