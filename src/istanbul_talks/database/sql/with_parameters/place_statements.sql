-- The statements whose words stand at places of articles
-- :places is a JSON array of [article, start, end]. Of those that share half of the place's or of their own characters, the
-- narrowest that covers the place comes first; :edge characters at either end, such as marks, do not count. The occasion has
-- place and date, and says where the words are the article's own report of somebody. What stands in a sentence that repeats
-- another is told there.
WITH asked AS (
  SELECT
    key AS number,
    json_extract(value, '$[0]') AS source_id,
    json_extract(value, '$[1]') AS start_char,
    json_extract(value, '$[2]') AS end_char
  FROM json_each(:places)
),
places AS (
  SELECT * FROM asked
  UNION ALL
  SELECT
    asked.number,
    asked.source_id,
    asked.start_char - sentences.end_char + first.end_char,
    asked.end_char - sentences.end_char + first.end_char
  FROM asked
  JOIN sentences
    ON sentences.source_id = asked.source_id AND sentences.start_char <= asked.start_char AND sentences.end_char > asked.start_char
  JOIN sentences AS first ON first.id = sentences.repeats_id
),
shared AS (
  SELECT
    places.number,
    quotes.id AS quote_id,
    quotes.end_char - quotes.start_char AS length,
    places.end_char - places.start_char AS asked,
    min(quotes.end_char, places.end_char) - max(quotes.start_char, places.start_char) AS shared,
    quotes.start_char - :edge <= places.start_char AND places.end_char <= quotes.end_char + :edge AS covers
  FROM places
  JOIN quotes
    ON quotes.source_id = places.source_id AND quotes.start_char < places.end_char AND quotes.end_char > places.start_char
)
SELECT
  shared.number,
  shared.covers,
  shared.quote_id,
  statements.id AS statement_id,
  iif(statements.demand_id IS NULL, 'claims', 'demands') AS table_name,
  coalesce(statements.demand_id, statements.claim_id) AS row_id,
  statements.sentence,
  ltrim(
    iif(statements.mode = 'indirect', '; in the article’s words', '')
      || coalesce('; ' || events.name || iif(instr(events.name, events.place), '', coalesce(', ' || events.place, '')), '')
      || coalesce(iif(events.id IS NULL, '; ', ', ') || (
        SELECT group_concat(DISTINCT date) FROM search_dates WHERE table_name = 'statements' AND row_id = statements.id
      ), ''),
    '; '
  ) AS occasion
FROM shared
JOIN statements ON statements.quote_id = shared.quote_id
LEFT JOIN events ON events.id = (
  WITH RECURSIVE outward (event_id, parent_id) AS (
    SELECT event_id, parent_id FROM attributions WHERE id = statements.attribution_id
    UNION ALL
    SELECT outer_links.event_id, outer_links.parent_id
    FROM outward JOIN attributions AS outer_links ON outer_links.id = outward.parent_id
    WHERE outward.event_id IS NULL
  )
  SELECT event_id FROM outward WHERE event_id IS NOT NULL
)
WHERE 2 * shared.shared >= min(shared.length, shared.asked)
ORDER BY
  shared.number,
  NOT shared.covers,
  iif(shared.covers, shared.length, -shared.shared),
  (SELECT count(*) FROM chain_links WHERE chain_links.statement_id = statements.id),
  statements.id
