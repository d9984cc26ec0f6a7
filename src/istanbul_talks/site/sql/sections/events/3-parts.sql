-- What belongs to it
SELECT dates_in_words.date AS "when", name AS event, id AS event_id, status
FROM events
JOIN dates_in_words ON dates_in_words.event_id = events.id AND dates_in_words.event_date_id IS NULL
WHERE parent_id = :id
ORDER BY earliest IS NULL, earliest, id
