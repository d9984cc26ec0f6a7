-- Claims about it
SELECT
  claims.sentence AS claim,
  claims.id AS claim_id
FROM claims
WHERE claims.event_id = :id
ORDER BY claims.id
