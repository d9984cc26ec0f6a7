-- At a glance
SELECT 'kind' AS line, replace(actors.kind, '_', ' ') AS item, NULL AS item_id, NULL AS note, NULL AS source_id
FROM actors WHERE id = :id
UNION ALL
SELECT 'lead', description, NULL, NULL, NULL FROM actors WHERE id = :id
UNION ALL
SELECT 'Belongs to', above.name, above.id, NULL, NULL
FROM actors JOIN actors AS above ON above.id = actors.part_of_id
WHERE actors.id = :id
UNION ALL
SELECT 'One of', * FROM (
  SELECT actors.name, actors.id, NULL, NULL
  FROM actor_members JOIN actors ON actors.id = actor_members.group_id
  WHERE actor_members.member_id = :id
  ORDER BY actors.name, actors.id
)
UNION ALL
SELECT 'Members', * FROM (
  SELECT actors.name, actors.id, NULL, NULL
  FROM actor_members JOIN actors ON actors.id = actor_members.member_id
  WHERE actor_members.group_id = :id
  ORDER BY actors.name, actors.id
)
UNION ALL
SELECT 'Posts', * FROM (
  SELECT iif(roles.status = 'former', 'former ', '') || roles.title, roles.id, roles.date_text, roles.source_id
  FROM roles
  WHERE roles.person_id = :id
  ORDER BY roles.status, lower(roles.title), roles.source_id, roles.id
)
UNION ALL
SELECT 'Printed as', * FROM (
  SELECT
    form, NULL,
    iif(kind = 'misspelling', 'misspelling, ', '') || sum(occurrences) || iif(sum(occurrences) = 1, ' time', ' times'), NULL
  FROM names
  WHERE actor_id = :id
  GROUP BY form
  ORDER BY sum(occurrences) DESC, form
)
