-- Claims
SELECT claims.sentence AS item, claims.id AS item_id, NULL AS note, NULL AS source_id
FROM topic_records JOIN claims ON claims.id = topic_records.row_id
WHERE topic_records.table_name = 'claims' AND topic_records.topic_id = :id
ORDER BY claims.sentence, claims.id
