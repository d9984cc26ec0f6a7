-- Whose words stand at places of articles
-- :statements is a JSON array of [number of the place, statement], :places one of [article, start, end]. Every voice of a
-- statement's chain, and the author of each place's article, with its number; where no statement covers a place, who is told to
-- speak on an occasion of which the words there tell.
SELECT json_extract(value, '$[0]') AS number, attributions.holder_id
FROM json_each(:statements)
JOIN chain_links ON chain_links.statement_id = json_extract(value, '$[1]')
JOIN attributions ON attributions.id = chain_links.attribution_id
UNION
SELECT key, sources.author_id FROM json_each(:places) JOIN sources ON sources.id = json_extract(value, '$[0]')
UNION
SELECT places.key, participants.actor_id
FROM json_each(:places) AS places
JOIN quotes
  ON quotes.source_id = json_extract(places.value, '$[0]')
  AND quotes.start_char < json_extract(places.value, '$[2]')
  AND quotes.end_char > json_extract(places.value, '$[1]')
JOIN event_quotes ON event_quotes.quote_id = quotes.id
JOIN participants ON participants.event_id = event_quotes.event_id AND participants.part = 'speaker'
WHERE places.key NOT IN (SELECT json_extract(value, '$[0]') FROM json_each(:statements))
