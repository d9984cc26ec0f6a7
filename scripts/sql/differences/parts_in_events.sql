-- Events in which somebody has another part than in another article
WITH told (source_id, event_id, actor_id, part, quote_id) AS (
  SELECT quotes.source_id, event_id, actor_id, part, min(quotes.id)
  FROM participants
  JOIN participant_quotes ON participant_id = participants.id
  JOIN quotes ON quotes.id = participant_quotes.quote_id
  GROUP BY quotes.source_id, participants.id
)
SELECT DISTINCT here.quote_id, there.source_id, here.event_id || ': ' || here.actor_id || ' as ' || here.part || ', but ' || there.source_id || ' has '
  || there.part AS difference
FROM told AS here
JOIN told AS there ON there.event_id = here.event_id AND there.actor_id = here.actor_id AND there.source_id <> here.source_id
WHERE here.source_id = :source
  AND here.part NOT IN (
    SELECT part FROM told WHERE event_id = here.event_id AND actor_id = here.actor_id AND source_id = there.source_id
  );
