-- Which claims are contested
-- Claims on which different speakers take different stands: each stand with its words.
SELECT
  said.claim_id AS id,
  said.sentence AS claim,
  said.words,
  said.chain AS through,
  said.source_id,
  said.start_char,
  said.end_char
FROM claims_in_words AS said
WHERE said.claim_id IN (SELECT claim_id FROM claims_in_words GROUP BY claim_id HAVING count(DISTINCT stance) > 1)
  /* filters */
ORDER BY said.claim_id, said.stance, said.source_id, said.start_char
