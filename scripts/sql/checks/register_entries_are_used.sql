-- Catch an actor, name, topic, event, demand or claim that nothing refers to.
WITH used (id) AS (
  SELECT author_id FROM sources
  UNION SELECT part_of_id FROM actors
  UNION SELECT group_id FROM actor_members
  UNION SELECT member_id FROM actor_members
  UNION SELECT names.actor_id FROM names JOIN mentions ON mentions.name_id = names.id
  UNION SELECT person_id FROM roles
  UNION SELECT organization_id FROM roles
  UNION SELECT on_behalf_of_id FROM roles
  UNION SELECT actor_id FROM participants
  UNION SELECT on_behalf_of_id FROM participants
  UNION SELECT holder_id FROM attributions
  UNION SELECT addressee_id FROM attributions
  UNION SELECT demander_id FROM demands
  UNION SELECT addressee_id FROM demands
  UNION SELECT beneficiary_id FROM demands
  UNION SELECT holder_id FROM discrepancy_sides
)
SELECT 'actors' AS table_name, id FROM actors WHERE id NOT IN (SELECT id FROM used WHERE id IS NOT NULL)
UNION ALL
SELECT 'names', id FROM names WHERE id NOT IN (SELECT name_id FROM mentions)
UNION ALL
SELECT 'topics', id FROM topics
WHERE id NOT IN (
  SELECT topic_id FROM event_topics
  UNION SELECT topic_id FROM demand_topics
  UNION SELECT topic_id FROM claim_topics
  UNION SELECT topic_id FROM discrepancy_topics
  UNION SELECT broader_id FROM topics WHERE broader_id IS NOT NULL
)
UNION ALL
SELECT 'events', id FROM events WHERE id NOT IN (SELECT event_id FROM event_quotes)
UNION ALL
SELECT 'demands', id FROM demands WHERE id NOT IN (SELECT demand_id FROM statements WHERE demand_id IS NOT NULL)
UNION ALL
SELECT 'claims', id FROM claims WHERE id NOT IN (SELECT claim_id FROM statements WHERE claim_id IS NOT NULL);
