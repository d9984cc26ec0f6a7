-- Who alleges each event that is told only as somebody's claim, in which article: whoever asserts or reports a claim about it, and
-- whoever tells what was said in it. An article's author alleges nothing in this sense.
WITH telling (event_id, attribution_id) AS (
  SELECT claims.event_id, statements.attribution_id
  FROM claims JOIN statements ON statements.claim_id = claims.id
  WHERE statements.stance IN ('asserts', 'reports')
  UNION
  SELECT event_id, parent_id FROM attributions
)
SELECT DISTINCT events.id AS event_id, actors.id AS actor_id, actors.name, attributions.source_id
FROM events
JOIN telling ON telling.event_id = events.id
JOIN attributions ON attributions.id = telling.attribution_id AND attributions.parent_id IS NOT NULL
JOIN actors ON actors.id = attributions.holder_id
WHERE events.status = 'alleged';
