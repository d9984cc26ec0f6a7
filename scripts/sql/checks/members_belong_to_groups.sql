-- Catch a member of an actor that is no group.
SELECT actor_members.id, actors.kind
FROM actor_members JOIN actors ON actors.id = actor_members.group_id
WHERE actors.kind <> 'group';
