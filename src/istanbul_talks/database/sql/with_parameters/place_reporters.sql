-- Who only reports the words at places of articles and rejects or distances them, with whose words these are
-- :statements is a JSON array of [number of the place, statement], :places one of [article, start, end]. A place is left out where
-- a statement tells its words without distance; so is a voice whose own words of distance stand at the place.
WITH RECURSIVE asked AS (
  SELECT json_extract(value, '$[0]') AS number, json_extract(value, '$[1]') AS statement_id FROM json_each(:statements)
),
distanced AS (
  SELECT asked.number, asked.statement_id, attributions.holder_id, attributions.parent_id
  FROM asked
  JOIN chain_links ON chain_links.statement_id = asked.statement_id
  JOIN attributions
    ON attributions.id = chain_links.attribution_id AND attributions.distance IN ('distancing', 'rejecting')
  JOIN json_each(:places) AS places ON places.key = asked.number
  LEFT JOIN quotes
    ON quotes.id = attributions.cue_quote_id
    AND quotes.start_char < json_extract(places.value, '$[2]')
    AND quotes.end_char > json_extract(places.value, '$[1]')
  WHERE quotes.id IS NULL
),
outward (number, holder_id, parent_id) AS (
  SELECT number, holder_id, parent_id FROM distanced
  UNION
  SELECT outward.number, outward.holder_id, attributions.parent_id
  FROM outward JOIN attributions ON attributions.id = outward.parent_id
)
SELECT outward.number, attributions.holder_id AS reporter_id, outward.holder_id
FROM outward
JOIN attributions ON attributions.id = outward.parent_id
WHERE outward.number NOT IN (
  SELECT number FROM asked WHERE statement_id NOT IN (SELECT statement_id FROM distanced)
)
