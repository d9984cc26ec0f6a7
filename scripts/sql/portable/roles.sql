-- Who holds which post.
SELECT
  roles.dataset,
  roles.id,
  people.name AS person,
  roles.title AS post,
  organizations.name AS organization,
  sides.name AS side,
  roles.context,
  roles.status,
  roles.date_text,
  roles.source_id
FROM roles
JOIN people ON people.dataset = roles.dataset AND people.id = roles.person_id
LEFT JOIN actors AS organizations
  ON organizations.dataset = roles.dataset AND organizations.id = roles.organization_id
LEFT JOIN actors AS sides ON sides.dataset = roles.dataset AND sides.id = roles.on_behalf_of_id
