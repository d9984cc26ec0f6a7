-- The disagreements of which a side rests on words at the places :places (a JSON array of [article, start, end])
-- Only unresolved ones over what happened and how much, each with what the other sides say, by whom. Where there are more than
-- three of these, they answer a wider question, and dispute nothing.
WITH places AS (
  SELECT
    json_extract(value, '$[0]') AS source_id,
    json_extract(value, '$[1]') AS start_char,
    json_extract(value, '$[2]') AS end_char
  FROM json_each(:places)
),
taken AS MATERIALIZED (
  SELECT discrepancy_sides.discrepancy_id, discrepancy_sides.says
  FROM places
  JOIN quotes
    ON quotes.source_id = places.source_id AND quotes.start_char < places.end_char AND quotes.end_char > places.start_char
  JOIN discrepancy_side_quotes ON discrepancy_side_quotes.quote_id = quotes.id
  JOIN discrepancy_sides ON discrepancy_sides.id = discrepancy_side_quotes.side_id
  WHERE
    2 * (min(quotes.end_char, places.end_char) - max(quotes.start_char, places.start_char))
    >= min(quotes.end_char - quotes.start_char, places.end_char - places.start_char)
)
SELECT
  'discrepancies' AS table_name,
  discrepancies.id AS row_id,
  discrepancies.label || ': ' || group_concat(others.voice || ': ' || others.says, '; ') AS sentence
FROM (SELECT DISTINCT discrepancy_id FROM taken) AS touched
JOIN discrepancies ON discrepancies.id = touched.discrepancy_id
JOIN (SELECT * FROM discrepancy_sides WHERE discrepancy_id IN (SELECT discrepancy_id FROM taken) ORDER BY number) AS others
  ON others.discrepancy_id = discrepancies.id
WHERE
  discrepancies.status = 'unresolved'
  AND discrepancies.kind IN ('occurrence', 'quantity')
  AND (discrepancies.id, others.says) NOT IN (SELECT discrepancy_id, says FROM taken)
GROUP BY discrepancies.id
HAVING count(*) <= 3
ORDER BY discrepancies.id
