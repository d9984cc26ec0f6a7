-- How each name is spelled
-- Every printed form of everybody named, by article, with its first place.
SELECT
  names.actor_id AS id,
  actors.name,
  names.form AS printed,
  names.kind,
  count(*) AS times,
  quotes.source_id,
  min(quotes.start_char) AS start_char,
  quotes.end_char
FROM names
JOIN actors ON actors.id = names.actor_id
JOIN mentions ON mentions.name_id = names.id
JOIN quotes ON quotes.id = mentions.quote_id
WHERE TRUE /* filters */
GROUP BY names.id, quotes.source_id
ORDER BY actors.name, names.form, quotes.source_id
