-- Every actor with everyone who counts as it when one asks for it: itself, what belongs to it and, one step up, each group of
-- which it is a member, or the delegation for which it sat in talks. as_one_of names these; it is empty for the actor and its parts.
SELECT ancestor_id AS asked_id, actor_id, NULL AS as_one_of FROM actor_tree
UNION ALL
SELECT actor_members.member_id, actor_members.group_id, actors.name
FROM actor_members JOIN actors ON actors.id = actor_members.group_id
UNION ALL
SELECT DISTINCT participants.actor_id, actors.id, actors.name
FROM participants JOIN actors ON actors.id = participants.on_behalf_of_id AND actors.kind = 'delegation'
WHERE participants.part IN ('head_of_delegation', 'delegate', 'expert');
