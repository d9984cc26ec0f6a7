-- Claims and denials
-- What is said to be so, or not to be so, by this speaker, through how many mouths.
SELECT
  said.stance,
  said.content AS claim,
  said.claim_id,
  said.words,
  statements.quote_id,
  said.chain AS through
FROM claims_in_words AS said
JOIN statements ON statements.id = said.statement_id
JOIN attributions ON attributions.id = statements.attribution_id
WHERE attributions.holder_id = :id
ORDER BY said.stance, said.claim_id, said.source_id, said.start_char
