-- Catch a person missing from people, and anyone in people who is no person or goes by another name there.
SELECT actors.id, actors.kind, people.id AS person
FROM actors LEFT JOIN people ON people.id = actors.id
WHERE (actors.kind = 'person') <> (people.id IS NOT NULL) OR people.name <> actors.name;
