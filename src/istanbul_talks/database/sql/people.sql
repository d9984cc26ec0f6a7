-- The people
-- Each person with every post and every spelling that the articles print.
SELECT
  people.id,
  people.name,
  (SELECT sides.name
   FROM actor_tree JOIN actors AS sides ON sides.id = actor_tree.ancestor_id
   WHERE actor_tree.actor_id = people.id AND sides.part_of_id IS NULL AND sides.id <> people.id) AS side,
  (SELECT group_concat(title, '; ')
   FROM (SELECT DISTINCT title || iif(status = 'former', ' (former)', '') AS title
         FROM roles WHERE person_id = people.id ORDER BY status, title, id)) AS posts,
  (SELECT group_concat(form, '; ')
   FROM (SELECT form FROM names WHERE actor_id = people.id ORDER BY occurrences DESC, form)) AS spellings,
  (SELECT sum(occurrences) FROM names WHERE actor_id = people.id) AS mentions
FROM people
WHERE TRUE /* filters */
ORDER BY people.family_name, people.given_name, people.id
