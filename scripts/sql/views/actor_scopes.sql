-- Every actor with everyone who counts as it when one asks for it: itself, what belongs to it and, one step up, each group of
-- which it is a member. as_one_of names that group; it is empty for the actor and its parts.
SELECT ancestor_id AS asked_id, actor_id, NULL AS as_one_of FROM actor_tree
UNION ALL
SELECT actor_members.member_id, actor_members.group_id, actors.name
FROM actor_members JOIN actors ON actors.id = actor_members.group_id;
