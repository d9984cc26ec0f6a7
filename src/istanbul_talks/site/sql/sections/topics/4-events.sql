-- Events
SELECT dates_in_words.date AS "when", events.name AS event, events.id AS event_id, events.status
FROM events
JOIN dates_in_words ON dates_in_words.event_id = events.id AND dates_in_words.event_date_id IS NULL
WHERE events.id IN (
  SELECT row_id FROM topic_records WHERE table_name = 'events' AND topic_id = :id
)
ORDER BY events.earliest IS NULL, events.earliest, events.id
