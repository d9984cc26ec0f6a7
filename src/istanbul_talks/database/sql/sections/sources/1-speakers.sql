-- Who speaks in it
-- How often each is the one whose demand or claim the article tells.
SELECT '' AS line, actors.name AS item, actors.id AS item_id, count(*) AS note, NULL AS source_id
FROM statements
JOIN attributions ON attributions.id = statements.attribution_id
JOIN actors ON actors.id = attributions.holder_id
WHERE statements.source_id = :id
GROUP BY actors.id
ORDER BY count(*) DESC, actors.name
