-- Events told only here that may be what another article tells as planned: of one kind, with an actor and a topic in common. If so, make
-- the two one in registers/events.yaml
WITH told (source_id, event_id, quote_id) AS (
  SELECT quotes.source_id, event_id, min(quotes.id)
  FROM event_quotes JOIN quotes ON quotes.id = event_quotes.quote_id
  GROUP BY quotes.source_id, event_id
),
acting (event_id, actor_id) AS (
  SELECT event_id, actor_id FROM participants UNION SELECT event_id, on_behalf_of_id FROM participants
)
SELECT here.quote_id, NULL AS source_id, done.id || ' (' || done.status || '): “' || done.name || '” may be ' || planned.id || ' ('
  || planned.status || ' in ' || replace(group_concat(DISTINCT there.source_id), ',', ', ') || '): “' || planned.name || '”' AS difference
FROM told AS here
JOIN events AS done ON done.id = here.event_id AND done.status IN ('occurred', 'ongoing')
JOIN events AS planned ON planned.kind = done.kind AND planned.status IN ('planned', 'proposed')
JOIN told AS there ON there.event_id = planned.id AND there.source_id <> here.source_id
WHERE here.source_id = :source
  AND done.id NOT IN (SELECT event_id FROM told WHERE source_id <> here.source_id)
  AND coalesce(done.latest, '9999') >= coalesce(planned.earliest, '')
  AND EXISTS (
    SELECT actor_id FROM acting WHERE event_id = done.id AND actor_id IS NOT NULL
    INTERSECT SELECT actor_id FROM acting WHERE event_id = planned.id
  )
  AND EXISTS (
    SELECT topic_id FROM event_topics WHERE event_id = done.id INTERSECT SELECT topic_id FROM event_topics WHERE event_id = planned.id
  )
GROUP BY done.id, planned.id;
