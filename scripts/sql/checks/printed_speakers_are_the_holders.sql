-- Catch a speaker printed with the name of an actor who is neither the holder nor related to him; a group may stand for its members.
WITH
kin (actor_id, relative_id) AS MATERIALIZED (
  SELECT actor_id, ancestor_id FROM actor_tree
  UNION
  SELECT ancestor_id, actor_id FROM actor_tree
),
printed (words) AS MATERIALIZED (SELECT DISTINCT ' ' || holder_text || ' ' FROM attributions WHERE holder_text IS NOT NULL),
forms (form) AS MATERIALIZED (SELECT DISTINCT ' ' || form || ' ' FROM names),
found (holder_text, form) AS MATERIALIZED (SELECT trim(words), trim(form) FROM printed JOIN forms ON instr(words, form))
SELECT attributions.id, holder_id, attributions.holder_text, group_concat(DISTINCT names.actor_id) AS printed
FROM attributions
JOIN found ON found.holder_text = attributions.holder_text
JOIN names ON names.form = found.form AND (names.source_id IS NULL OR names.source_id = attributions.source_id)
JOIN actors ON actors.id = names.actor_id
LEFT JOIN kin ON kin.actor_id = names.actor_id AND kin.relative_id = holder_id
GROUP BY attributions.id
HAVING count(kin.actor_id) = 0 AND NOT max(actors.kind = 'group');
