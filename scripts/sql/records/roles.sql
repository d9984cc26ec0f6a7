-- Roles: who, in which post, for whom, when, according to which article.
SELECT
  'roles',
  roles.id,
  people.name || ': ' || roles.title || coalesce(' (' || sides.name || ')', ''),
  person_names.called || ': ' || roles.title || char(10)
    || coalesce('In: ' || body_names.called || char(10), '')
    || coalesce('For: ' || side_names.called || char(10), '')
    || roles.status || coalesce(', ' || roles.date_text || ' (' || roles.edtf || ')', '') || char(10)
    || coalesce(roles.note || char(10), '')
    || 'In ' || sources.label
FROM roles
JOIN people ON people.id = roles.person_id
JOIN sources ON sources.id = roles.source_id
JOIN actor_names AS person_names ON person_names.actor_id = roles.person_id
LEFT JOIN actor_names AS body_names ON body_names.actor_id = roles.organization_id
LEFT JOIN actor_names AS side_names ON side_names.actor_id = roles.on_behalf_of_id
LEFT JOIN actors AS sides ON sides.id = roles.on_behalf_of_id
ORDER BY roles.id;
