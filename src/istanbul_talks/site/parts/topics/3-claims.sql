-- Claims
SELECT DISTINCT claims.content AS claim, claims.id AS claim_id, claims.kind
FROM claims
JOIN claim_topics ON claim_topics.claim_id = claims.id
JOIN topics ON topics.id = claim_topics.topic_id
WHERE :id IN (topics.id, topics.broader_id)
ORDER BY claims.id
