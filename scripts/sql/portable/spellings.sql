-- How each name is spelled: every printed form by article, with its first place.
WITH places AS (
  SELECT
    names.dataset,
    names.actor_id,
    names.form,
    names.kind,
    quotes.source_id,
    quotes.start_char,
    quotes.end_char,
    count(*) OVER (PARTITION BY names.dataset, names.id, quotes.source_id) AS times,
    row_number() OVER (
      PARTITION BY names.dataset, names.id, quotes.source_id ORDER BY quotes.start_char
    ) AS place
  FROM names
  JOIN mentions ON mentions.dataset = names.dataset AND mentions.name_id = names.id
  JOIN quotes ON quotes.dataset = mentions.dataset AND quotes.id = mentions.quote_id
)
SELECT
  places.dataset,
  places.actor_id AS id,
  actors.name,
  places.form AS printed,
  places.kind,
  places.times,
  places.source_id,
  places.start_char,
  places.end_char
FROM places
JOIN actors ON actors.dataset = places.dataset AND actors.id = places.actor_id
WHERE places.place = 1
