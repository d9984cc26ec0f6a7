-- Who speaks in it
-- How often each speaker is the one whose demand or claim the article tells.
SELECT actors.name AS speaker, actors.id AS speaker_id, count(*) AS statements
FROM statements
JOIN attributions ON attributions.id = statements.attribution_id
JOIN actors ON actors.id = attributions.holder_id
WHERE statements.source_id = :id
GROUP BY actors.id
ORDER BY count(*) DESC, actors.name
