-- What is said against the statements :statements (a JSON array of ids), as sentences with their voices
-- Who denies, questions or rejects the claim or demand that they put forward, or puts forward the claim that they deny; what an
-- article rejects in telling it; and claims that contradict theirs.
WITH told AS (
  SELECT
    id,
    claim_id,
    demand_id,
    stance IN ('asserts', 'reports', 'makes', 'reiterates') AS is_for,
    stance IN ('denies', 'questions') AS is_against
  FROM statements
  WHERE id IN (SELECT value FROM json_each(:statements))
)
SELECT DISTINCT
  iif(statements.claim_id IS NULL, 'demands', 'claims') AS table_name,
  coalesce(statements.claim_id, statements.demand_id) AS row_id,
  statements.sentence
FROM told
JOIN statements ON statements.claim_id = told.claim_id OR statements.demand_id = told.demand_id
WHERE
  told.is_for AND (
    statements.stance IN ('denies', 'questions', 'rejects', 'denies_making')
    OR EXISTS (
      SELECT 1
      FROM chain_links JOIN attributions ON attributions.id = chain_links.attribution_id
      WHERE chain_links.statement_id = statements.id AND attributions.distance = 'rejecting'
    )
  )
  OR told.is_against AND statements.stance IN ('asserts', 'reports')
UNION
SELECT 'claims', claim_sentences.id, claim_sentences.sentence
FROM told
JOIN relations
  ON relations.kind = 'contradicts' AND told.claim_id IN (relations.from_claim_id, relations.to_claim_id)
JOIN claim_sentences
  ON claim_sentences.id = iif(told.claim_id = relations.from_claim_id, relations.to_claim_id, relations.from_claim_id)
WHERE told.is_for
ORDER BY table_name, row_id, sentence
