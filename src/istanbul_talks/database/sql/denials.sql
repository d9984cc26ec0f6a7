-- Who denies what
-- Each denial with its words and the mouths it came through.
SELECT
  said.claim_id AS id,
  said.sentence AS denial,
  said.words,
  said.chain AS through,
  said.source_id,
  said.start_char,
  said.end_char
FROM claims_in_words AS said
WHERE said.stance = 'denies' /* filters */
ORDER BY said.speaker, said.claim_id, said.source_id, said.start_char, said.statement_id
