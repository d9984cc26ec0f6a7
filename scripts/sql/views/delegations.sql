-- Who sat in which delegation, in which post, under which spelling, by article.
SELECT
  roles.context AS delegation,
  sides.name AS side,
  roles.person_id,
  people.name AS person,
  roles.title AS place,
  (
    SELECT group_concat(title, '; ')
    FROM (
      SELECT DISTINCT offices.title || iif(offices.status = 'former', ' (former)', '') AS title
      FROM roles AS offices
      WHERE offices.person_id = roles.person_id AND offices.source_id = roles.source_id AND offices.context = 'office'
      ORDER BY offices.id
    )
  ) AS posts,
  (
    SELECT group_concat(form, ', ')
    FROM (
      SELECT DISTINCT names.form
      FROM names JOIN mentions ON mentions.name_id = names.id JOIN quotes ON quotes.id = mentions.quote_id
      WHERE names.actor_id = roles.person_id AND quotes.source_id = roles.source_id
      ORDER BY names.id
    )
  ) AS printed_as,
  roles.source_id,
  roles.id AS role_id
FROM roles
JOIN people ON people.id = roles.person_id
LEFT JOIN actors AS sides ON sides.id = roles.on_behalf_of_id
WHERE roles.context LIKE '%delegation'
ORDER BY roles.context, side, person, roles.source_id, roles.id;
