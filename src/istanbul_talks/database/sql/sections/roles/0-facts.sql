-- At a glance
SELECT 'kind' AS line, iif(status = 'former', 'former post', 'post') AS item, NULL AS item_id, NULL AS note, NULL AS source_id
FROM roles WHERE id = :id
UNION ALL
SELECT 'Held by', people.name, people.id, roles.date_text, roles.source_id
FROM roles JOIN people ON people.id = roles.person_id
WHERE roles.id = :id
UNION ALL
SELECT 'In', actors.name, actors.id, NULL, NULL
FROM roles JOIN actors ON actors.id = roles.organization_id
WHERE roles.id = :id
UNION ALL
SELECT 'For', actors.name, actors.id, NULL, NULL
FROM roles JOIN actors ON actors.id = roles.on_behalf_of_id
WHERE roles.id = :id
UNION ALL
SELECT 'Note', note, NULL, NULL, NULL FROM roles WHERE id = :id AND note IS NOT NULL
