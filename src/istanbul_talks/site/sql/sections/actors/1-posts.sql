-- Posts
-- As each article prints them.
SELECT
  roles.title AS post,
  roles.id AS post_id,
  organization.name AS organization,
  organization.id AS organization_id,
  side.name AS "on behalf of",
  roles.status,
  roles.date_text AS "when",
  sources.label AS article,
  sources.id AS article_id
FROM roles
JOIN sources ON sources.id = roles.source_id
LEFT JOIN actors AS organization ON organization.id = roles.organization_id
LEFT JOIN actors AS side ON side.id = roles.on_behalf_of_id
WHERE roles.person_id = :id
ORDER BY roles.source_id, roles.id
