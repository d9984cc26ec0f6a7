-- What is printed in quotation marks
-- Each statement that an article gives, whole or in part, in the speaker's own words.
SELECT
  said.statement_id AS id,
  said.chain AS through,
  said.mode,
  said.words,
  said.source_id,
  said.start_char,
  said.end_char
FROM statements_in_words AS said
WHERE said.mode IN ('direct', 'mixed') /* filters */
ORDER BY said.source_id, said.start_char, said.statement_id
