-- Which claims are contested
-- Claims that one voice asserts or reports and another denies: every stand on them with its words.
SELECT
  said.claim_id AS id,
  said.sentence AS claim,
  said.words,
  said.chain AS through,
  said.source_id,
  said.start_char,
  said.end_char
FROM claims_in_words AS said
WHERE said.claim_id IN (
  WITH held AS (
    SELECT statements.claim_id, statements.stance, attributions.holder_id
    FROM statements JOIN attributions ON attributions.id = statements.attribution_id
  )
  SELECT denied.claim_id
  FROM held AS denied
  JOIN held AS upheld ON upheld.claim_id = denied.claim_id AND upheld.holder_id <> denied.holder_id
  WHERE denied.stance = 'denies' AND upheld.stance IN ('asserts', 'reports')
) /* filters */
ORDER BY said.claim_id, said.stance, said.source_id, said.start_char, said.statement_id
