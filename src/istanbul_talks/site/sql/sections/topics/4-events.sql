-- Events
SELECT DISTINCT dates_in_words.date AS "when", events.name AS event, events.id AS event_id, events.status
FROM events
JOIN dates_in_words ON dates_in_words.event_id = events.id
JOIN event_topics ON event_topics.event_id = events.id
JOIN topics ON topics.id = event_topics.topic_id
WHERE :id IN (topics.id, topics.broader_id)
ORDER BY coalesce(events.earliest, events.latest) IS NULL, coalesce(events.earliest, events.latest), events.id
