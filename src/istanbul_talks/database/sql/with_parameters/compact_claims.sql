-- The claims :ids as a list prints them
-- Each with its voices, which stand before the proposition, and its topics.
SELECT
  claims.id,
  substr(claims.sentence, 1, length(claims.sentence) - length(claims.proposition)) AS voices,
  claims.proposition,
  (SELECT json_group_array(name)
   FROM (SELECT topics.name
         FROM claim_topics JOIN topics ON topics.id = claim_topics.topic_id
         WHERE claim_topics.claim_id = claims.id
         ORDER BY topics.name, topics.id)) AS topics
FROM json_each(:ids) AS asked
JOIN claims ON claims.id = asked.value
ORDER BY asked.key
