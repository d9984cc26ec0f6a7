-- Catch an actor, event or topic that is above itself; a group is above its members.
WITH RECURSIVE
links (table_name, id, above) AS (
  SELECT 'actors', id, part_of_id FROM actors WHERE part_of_id IS NOT NULL
  UNION ALL SELECT 'actors', member_id, group_id FROM actor_members
  UNION ALL SELECT 'events', id, parent_id FROM events WHERE parent_id IS NOT NULL
  UNION ALL SELECT 'topics', id, broader_id FROM topics WHERE broader_id IS NOT NULL
),
climbs (table_name, id, above) AS (
  SELECT table_name, id, above FROM links
  UNION
  SELECT climbs.table_name, climbs.id, links.above
  FROM climbs JOIN links ON links.table_name = climbs.table_name AND links.id = climbs.above
)
SELECT table_name, id FROM climbs WHERE id = above;
