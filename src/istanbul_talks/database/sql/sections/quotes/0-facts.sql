-- At a glance
SELECT 'kind' AS line, 'quoted words' AS item, NULL AS item_id, NULL AS note, NULL AS source_id
UNION ALL
SELECT 'From', sources.label, sources.id, NULL, NULL
FROM quotes JOIN sources ON sources.id = quotes.source_id
WHERE quotes.id = :id
