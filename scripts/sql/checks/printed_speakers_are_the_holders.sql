-- Catch a speaker printed with the name of an actor who is neither the holder nor related to him; a group may stand for its members.
-- (The names are the mentions within the printed words, in the sentence of the cue: titles, commas and clauses stand beside them.)
WITH
kin (actor_id, relative_id) AS MATERIALIZED (
  SELECT actor_id, ancestor_id FROM actor_tree
  UNION
  SELECT ancestor_id, actor_id FROM actor_tree
),
named (attribution_id, actor_id) AS MATERIALIZED (
  SELECT attributions.id, names.actor_id
  FROM attributions
  JOIN quotes AS cues ON cues.id = cue_quote_id
  JOIN quotes AS printed ON printed.sentence_id = cues.sentence_id AND instr(holder_text, printed.exact)
  JOIN mentions ON mentions.quote_id = printed.id
  JOIN names ON names.id = mentions.name_id
  JOIN texts ON texts.source_id = attributions.source_id
  WHERE substr(text, printed.start_char + 2 - instr(holder_text, printed.exact), length(holder_text)) = holder_text
)
SELECT attributions.id, holder_id, holder_text, group_concat(DISTINCT named.actor_id) AS printed
FROM named
JOIN attributions ON attributions.id = named.attribution_id
JOIN actors ON actors.id = named.actor_id
LEFT JOIN kin ON kin.actor_id = named.actor_id AND kin.relative_id = holder_id
GROUP BY attributions.id
HAVING count(kin.actor_id) = 0 AND NOT max(actors.kind = 'group');
