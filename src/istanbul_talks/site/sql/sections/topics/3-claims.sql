-- Claims
SELECT
  claims.sentence AS claim,
  claims.id AS claim_id
FROM claims
WHERE claims.id IN (
  SELECT row_id FROM topic_records WHERE table_name = 'claims' AND topic_id = :id
)
ORDER BY claims.id
