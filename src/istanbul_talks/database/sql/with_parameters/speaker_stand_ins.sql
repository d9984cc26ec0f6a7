-- Who may be named for whom: an actor, and each other actor whose words it may be said to speak
-- States and bodies for what belongs to them, groups for their members and members for their groups, delegations and organizations for
-- those who act or hold posts for them, and all to which these belong; for a state its delegations, and for it and its people the
-- bodies of its government that act for it.
WITH tree AS MATERIALIZED (SELECT actor_id, ancestor_id FROM actor_tree),
joined (named_id, holder_id) AS MATERIALIZED (
  SELECT actor_id, actor_id FROM tree
  UNION SELECT group_id, member_id FROM actor_members
  UNION SELECT on_behalf_of_id, actor_id FROM participants WHERE on_behalf_of_id IS NOT NULL
  UNION SELECT organization_id, person_id FROM roles WHERE organization_id IS NOT NULL
  UNION SELECT on_behalf_of_id, person_id FROM roles WHERE on_behalf_of_id IS NOT NULL
)
SELECT joined.holder_id, tree.ancestor_id FROM joined JOIN tree ON tree.actor_id = joined.named_id
UNION
SELECT group_id, member_id FROM actor_members
UNION
SELECT part_of_id, id FROM actors WHERE kind = 'delegation' AND part_of_id IS NOT NULL
UNION
SELECT held.id, participants.actor_id
FROM participants
JOIN actors AS bodies ON bodies.id = participants.actor_id AND bodies.kind = 'government_body'
JOIN actors AS held
  ON held.id = participants.on_behalf_of_id OR (held.part_of_id = participants.on_behalf_of_id AND held.kind = 'person')
