-- Every actor with every actor above it, itself included.
WITH RECURSIVE tree (actor_id, ancestor_id) AS (
  SELECT id, id FROM actors
  UNION
  SELECT tree.actor_id, actors.part_of_id
  FROM tree JOIN actors ON actors.id = tree.ancestor_id
  WHERE actors.part_of_id IS NOT NULL
)
SELECT actor_id, ancestor_id FROM tree;
