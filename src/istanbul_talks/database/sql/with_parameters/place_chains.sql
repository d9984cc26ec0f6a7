-- The voices of statements at places, from the innermost to the article’s author, as JSON arrays of actors
-- :statements is a JSON array of [number of the place, statement].
WITH RECURSIVE chains (number, parent_id, holders) AS (
  SELECT json_extract(asked.value, '$[0]'), attributions.parent_id, json_array(attributions.holder_id)
  FROM json_each(:statements) AS asked
  JOIN statements ON statements.id = json_extract(asked.value, '$[1]')
  JOIN attributions ON attributions.id = statements.attribution_id
  UNION
  SELECT chains.number, attributions.parent_id, json_insert(chains.holders, '$[#]', attributions.holder_id)
  FROM chains JOIN attributions ON attributions.id = chains.parent_id
)
SELECT number, holders FROM chains WHERE parent_id IS NULL
