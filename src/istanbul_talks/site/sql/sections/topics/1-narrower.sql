-- Narrower topics
SELECT name AS topic, id AS topic_id, definition FROM topics WHERE broader_id = :id ORDER BY name
