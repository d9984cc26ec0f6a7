-- Members: who is one of which group.
SELECT
  'actor_members',
  actor_members.id,
  members.name || ': one of ' || groups.name,
  member_names.called || char(10) || 'One of: ' || groups.name
FROM actor_members
JOIN actors AS members ON members.id = actor_members.member_id
JOIN actor_names AS member_names ON member_names.actor_id = actor_members.member_id
JOIN actors AS groups ON groups.id = actor_members.group_id
ORDER BY actor_members.id;
