-- Who was in the room
-- Each member of each delegation, with the place in it, the posts and the spelling that each article prints.
SELECT
  role_id AS id,
  delegation,
  side,
  person,
  place,
  posts,
  printed_as AS "printed as",
  source_id AS source
FROM delegations
WHERE TRUE /* filters */
ORDER BY delegation, side, person, source, id
