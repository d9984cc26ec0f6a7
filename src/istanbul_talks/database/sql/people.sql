-- The people
-- Each person with every post and every spelling that the articles print.
SELECT
  people.id,
  people.name,
  side.name AS side,
  (SELECT group_concat(title, '; ')
   FROM (SELECT DISTINCT title FROM roles WHERE person_id = people.id ORDER BY title)) AS posts,
  (SELECT group_concat(form, '; ')
   FROM (SELECT form FROM names WHERE actor_id = people.id ORDER BY occurrences DESC, form)) AS spellings,
  (SELECT sum(occurrences) FROM names WHERE actor_id = people.id) AS mentions
FROM people
JOIN actors ON actors.id = people.id
LEFT JOIN actors AS side ON side.id = actors.part_of_id
WHERE TRUE /* filters */
ORDER BY people.family_name, people.given_name
