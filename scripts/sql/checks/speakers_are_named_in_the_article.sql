-- Catch a speaker or a participant whom the article names nowhere: neither the actor, nor what it is part of, nor a part of it.
WITH kin (actor_id, relative_id) AS (
  SELECT actor_id, ancestor_id FROM actor_tree
  UNION
  SELECT ancestor_id, actor_id FROM actor_tree
),
printed (source_id, actor_id) AS (
  SELECT source_id, id FROM texts JOIN actors ON instr(text, name)
  UNION
  SELECT quotes.source_id, actor_id
  FROM mentions JOIN names ON names.id = name_id JOIN quotes ON quotes.id = quote_id
),
named (source_id, actor_id) AS MATERIALIZED (
  SELECT source_id, relative_id FROM printed JOIN kin USING (actor_id)
)
SELECT 'attributions' AS table_name, id AS row_id, holder_id AS actor_id FROM attributions
WHERE holder_text IS NOT NULL AND (source_id, holder_id) NOT IN (SELECT source_id, actor_id FROM named)
UNION ALL
SELECT 'participants', participants.id, participants.actor_id
FROM participants
JOIN participant_quotes ON participant_id = participants.id
JOIN quotes ON quotes.id = quote_id
GROUP BY participants.id
HAVING NOT max((quotes.source_id, participants.actor_id) IN (SELECT source_id, actor_id FROM named));
