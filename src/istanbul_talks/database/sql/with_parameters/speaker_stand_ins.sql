-- Who may be named for whom: an actor, and each other actor whose words it may be said to speak
-- States and bodies for what belongs to them, groups for their members and members for their groups, delegations and organizations for
-- those who act or hold posts for them; for a state the bodies of its government that act for it.
WITH stands (named_id, holder_id) AS (
  SELECT ancestor_id, actor_id FROM actor_tree
  UNION SELECT group_id, member_id FROM actor_members
  UNION SELECT member_id, group_id FROM actor_members
  UNION SELECT on_behalf_of_id, actor_id FROM participants WHERE on_behalf_of_id IS NOT NULL
  UNION SELECT organization_id, person_id FROM roles WHERE organization_id IS NOT NULL
  UNION SELECT on_behalf_of_id, person_id FROM roles WHERE on_behalf_of_id IS NOT NULL
  UNION
  SELECT participants.actor_id, participants.on_behalf_of_id
  FROM participants JOIN actors ON actors.id = participants.actor_id AND actors.kind = 'government_body'
  WHERE participants.on_behalf_of_id IS NOT NULL
)
SELECT stands.holder_id, stands.named_id FROM stands
UNION
SELECT stands.holder_id, actor_tree.ancestor_id FROM stands JOIN actor_tree ON actor_tree.actor_id = stands.named_id
WHERE (stands.named_id, stands.holder_id) NOT IN (SELECT member_id, group_id FROM actor_members)
