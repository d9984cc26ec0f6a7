-- What belongs to it
SELECT dates_in_words.date AS "when", name AS event, id AS event_id, status
FROM events
JOIN dates_in_words ON dates_in_words.event_id = events.id
WHERE parent_id = :id
ORDER BY earliest IS NULL, earliest, id
