-- Names spelled as no other article does, though one has a like form
WITH printed (source_id, actor_id, form, quote_id) AS (
  SELECT quotes.source_id, names.actor_id, names.form, min(quotes.id)
  FROM names JOIN mentions ON mentions.name_id = names.id JOIN quotes ON quotes.id = mentions.quote_id
  WHERE names.kind <> 'description'
  GROUP BY quotes.source_id, names.id
)
SELECT DISTINCT here.quote_id, there.source_id, here.actor_id || ': “' || here.form || '”, but ' || there.source_id || ' has “' || there.form || '”' AS difference
FROM printed AS here
JOIN printed AS there ON there.actor_id = here.actor_id AND there.source_id <> here.source_id
WHERE here.source_id = :source
  AND here.form NOT IN (SELECT form FROM printed WHERE actor_id = here.actor_id AND source_id <> here.source_id)
  AND there.form NOT IN (SELECT form FROM printed WHERE actor_id = here.actor_id AND source_id = here.source_id)
  AND NOT instr(' ' || there.form || ' ', ' ' || here.form || ' ') AND NOT instr(' ' || here.form || ' ', ' ' || there.form || ' ')
  AND likeness(here.form, there.form) >= 0.7;
