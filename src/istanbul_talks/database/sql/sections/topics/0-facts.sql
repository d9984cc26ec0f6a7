-- At a glance
SELECT 'kind' AS line, 'topic' AS item, NULL AS item_id, NULL AS note, NULL AS source_id
UNION ALL
SELECT 'lead', definition, NULL, NULL, NULL FROM topics WHERE id = :id
UNION ALL
SELECT 'Part of', wider.name, wider.id, NULL, NULL
FROM topics JOIN topics AS wider ON wider.id = topics.broader_id
WHERE topics.id = :id
UNION ALL
SELECT 'Narrower', name, id, NULL, NULL FROM topics WHERE broader_id = :id
