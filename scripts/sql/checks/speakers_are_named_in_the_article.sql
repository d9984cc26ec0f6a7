-- Catch a speaker or a participant whom the article names nowhere: neither the actor, nor what it is part of, nor a part of it.
WITH
kin (actor_id, relative_id) AS MATERIALIZED (
  SELECT actor_id, ancestor_id FROM actor_tree
  UNION
  SELECT ancestor_id, actor_id FROM actor_tree
),
mentioned (source_id, actor_id) AS MATERIALIZED (
  SELECT DISTINCT quotes.source_id, relative_id
  FROM mentions JOIN names ON names.id = name_id JOIN quotes ON quotes.id = quote_id JOIN kin ON kin.actor_id = names.actor_id
),
told (table_name, row_id, source_id, actor_id) AS (
  SELECT 'attributions', id, source_id, holder_id FROM attributions WHERE holder_text IS NOT NULL
  UNION
  SELECT 'participants', participants.id, quotes.source_id, participants.actor_id
  FROM participants JOIN participant_quotes ON participant_id = participants.id JOIN quotes ON quotes.id = quote_id
)
SELECT table_name, row_id, actor_id
FROM told
GROUP BY table_name, row_id
HAVING NOT max(iif(
  (source_id, actor_id) IN (SELECT source_id, actor_id FROM mentioned),
  1,
  EXISTS (
    SELECT 1
    FROM texts JOIN kin ON kin.relative_id = told.actor_id JOIN actors ON actors.id = kin.actor_id
    WHERE texts.source_id = told.source_id AND instr(text, actors.name))));
