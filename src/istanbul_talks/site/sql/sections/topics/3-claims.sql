-- Claims
SELECT DISTINCT
  claims.content AS claim,
  claims.id AS claim_id,
  (SELECT group_concat(stand, '; ')
   FROM (SELECT DISTINCT speaker || ' ' || replace(stance, '_', ' ') AS stand
         FROM claims_in_words WHERE claim_id = claims.id ORDER BY 1)) AS who
FROM claims
JOIN claim_topics ON claim_topics.claim_id = claims.id
JOIN topics ON topics.id = claim_topics.topic_id
WHERE :id IN (topics.id, topics.broader_id)
ORDER BY claims.id
