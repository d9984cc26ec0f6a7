-- Each actor with the groups of which it is a member, and with its own members where it is a group, as phrases.
SELECT
  actors.id AS actor_id,
  (
    SELECT group_concat(name, '; ')
    FROM (
      SELECT groups.name
      FROM actor_members JOIN actors AS groups ON groups.id = actor_members.group_id
      WHERE actor_members.member_id = actors.id
      ORDER BY groups.name
    )
  ) AS one_of,
  (
    SELECT group_concat(called, '; ')
    FROM (
      SELECT actor_names.called
      FROM actor_members JOIN actor_names ON actor_names.actor_id = actor_members.member_id
      WHERE actor_members.group_id = actors.id
      ORDER BY actor_names.name
    )
  ) AS members
FROM actors;
