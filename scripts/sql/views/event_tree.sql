-- Every event with every event above it, itself included.
WITH RECURSIVE tree (event_id, ancestor_id) AS (
  SELECT id, id FROM events
  UNION
  SELECT tree.event_id, events.parent_id
  FROM tree JOIN events ON events.id = tree.ancestor_id
  WHERE events.parent_id IS NOT NULL
)
SELECT event_id, ancestor_id FROM tree;
