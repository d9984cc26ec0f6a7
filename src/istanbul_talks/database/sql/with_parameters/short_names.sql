-- Names that lists shorten
-- Each person of whom the family name alone is enough, since nobody else has it.
SELECT people.name, people.family_name AS short
FROM people
WHERE people.family_name IS NOT NULL AND people.name <> people.family_name
  AND NOT EXISTS (SELECT 1 FROM people AS others WHERE others.id <> people.id AND others.family_name = people.family_name)
  AND NOT EXISTS (SELECT 1 FROM actors WHERE actors.name = people.family_name)
ORDER BY people.id
