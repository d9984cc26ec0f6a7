-- What is said of it
SELECT claims.sentence AS item, claims.id AS item_id, NULL AS note, NULL AS source_id
FROM claims
WHERE claims.event_id = :id
ORDER BY item, item_id
