-- Topics to compare
-- Each with the wider ones before it and the number of demands and claims on it.
SELECT topic_paths.path, topics.id,
  (SELECT count(*) FROM demand_topics JOIN topics AS narrow ON narrow.id = topic_id
   WHERE topics.id IN (narrow.id, narrow.broader_id))
  + (SELECT count(*) FROM claim_topics JOIN topics AS narrow ON narrow.id = topic_id
     WHERE topics.id IN (narrow.id, narrow.broader_id)) AS items
FROM topics JOIN topic_paths ON topic_paths.topic_id = topics.id
ORDER BY topic_paths.path
