-- Who holds which post
-- Each person in each post, as each article prints it.
SELECT
  roles.id,
  people.name AS person,
  roles.title AS post,
  organization.name AS organization,
  side.name AS side,
  roles.status,
  roles.date_text AS "when",
  roles.source_id AS source
FROM roles
JOIN people ON people.id = roles.person_id
LEFT JOIN actors AS organization ON organization.id = roles.organization_id
LEFT JOIN actors AS side ON side.id = roles.on_behalf_of_id
WHERE TRUE /* filters */
ORDER BY people.family_name, people.given_name, roles.source_id, roles.id
