-- Claims
SELECT
  claims.content AS claim,
  claims.id AS claim_id,
  (SELECT group_concat(stand, '; ')
   FROM (SELECT DISTINCT speaker || ' ' || replace(stance, '_', ' ') AS stand
         FROM claims_in_words WHERE claim_id = claims.id ORDER BY 1)) AS who
FROM claims
WHERE claims.id IN (
  SELECT row_id FROM topic_records WHERE table_name = 'claims' AND topic_id = :id
)
ORDER BY claims.id
