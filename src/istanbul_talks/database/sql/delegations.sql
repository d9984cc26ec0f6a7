-- Who was in the room
-- Who headed and who sat in each delegation, and who was expressly not there, with the words, the posts and the spelling of each article.
SELECT
  participant_id AS id,
  round,
  side,
  delegation,
  replace(part, '_', ' ') AS part,
  name,
  posts AS "posts in that article",
  printed_as AS "printed as",
  event,
  words,
  source_id AS source
FROM delegations
WHERE TRUE /* filters */
