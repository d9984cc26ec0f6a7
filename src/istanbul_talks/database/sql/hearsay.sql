-- What comes through two mouths or more
-- Statements that the article has from somebody who has them from somebody else, the longest chains first; with a note where
-- two of those who speak in the articles may be one voice.
SELECT
  said.statement_id AS id,
  said.depth AS mouths,
  said.chain AS through,
  said.words,
  (SELECT note FROM possible_originals WHERE possible_originals.statement_id = said.statement_id) AS note,
  said.source_id,
  said.start_char,
  said.end_char
FROM statements_in_words AS said
WHERE said.depth >= 2 /* filters */
ORDER BY mouths DESC, said.source_id, said.start_char, said.statement_id
