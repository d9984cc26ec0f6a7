-- The names under which a draft may have an actor speak, with the kind of actor, and of a person the family name
-- Printed forms, and family names of people. No word that only describes, such as “Analysts”.
SELECT actors.id, names.form, actors.kind, iif(names.kind = 'description', NULL, actors.kind = 'person') AS is_personal
FROM names JOIN actors ON actors.id = names.actor_id
WHERE names.kind <> 'description' OR instr(names.form, ' ')
UNION
SELECT actors.id, people.family_name, actors.kind, TRUE
FROM people JOIN actors ON actors.id = people.id
WHERE people.family_name IS NOT NULL
UNION
SELECT id, name, kind, kind = 'person' FROM actors WHERE kind NOT IN ('unnamed', 'group')
