-- The events of the timeline, dated ones first
-- All of them, or where :by is given those in which this actor, one that belongs to it or acts for it, or one of its groups took
-- part, and where :topic is given those on it or on a narrower one; no more than :most. The side is who acts, if nobody else does.
WITH sides AS MATERIALIZED (
  SELECT actor_tree.actor_id, actors.id AS side_id
  FROM actor_tree JOIN actors ON actors.id = actor_tree.ancestor_id AND actors.part_of_id IS NULL
),
acting AS MATERIALIZED (
  SELECT taking.event_id, min(sides.side_id) AS side_id
  FROM (
    SELECT event_id, actor_id, part FROM participants
    UNION
    SELECT event_id, on_behalf_of_id, part FROM participants
  ) AS taking
  JOIN sides ON sides.actor_id = taking.actor_id
  WHERE taking.part NOT IN ('addressee', 'affected', 'audience', 'invited', 'absent', 'declined', 'observer')
  GROUP BY taking.event_id
  HAVING count(DISTINCT sides.side_id) = 1
)
SELECT
  events.id,
  events.name,
  dates_in_words.date,
  events.status,
  iif(events.status = 'alleged', (SELECT alleged_by FROM timeline WHERE event_id = events.id), NULL) AS alleged_by,
  events.duration = 'lasts' AS lasts,
  coalesce(
    events.edtf = events.earliest
    OR events.edtf = events.earliest || '/' || events.latest AND julianday(events.latest) - julianday(events.earliest) = 1,
    FALSE
  ) AS is_known,
  events.edtf,
  iif(events.date_basis = 'not_stated', NULL, events.earliest) AS earliest,
  iif(events.date_basis = 'not_stated', NULL, events.latest) AS latest,
  count(DISTINCT quotes.source_id) AS articles,
  acting.side_id
FROM events
JOIN dates_in_words ON dates_in_words.event_id = events.id AND dates_in_words.event_date_id IS NULL
LEFT JOIN acting ON acting.event_id = events.id
LEFT JOIN event_quotes ON event_quotes.event_id = events.id
LEFT JOIN quotes ON quotes.id = event_quotes.quote_id
WHERE
  (
    :by IS NULL OR events.id IN (
      SELECT event_id
      FROM participants JOIN actor_scopes ON actor_scopes.actor_id IN (participants.actor_id, participants.on_behalf_of_id)
      WHERE asked_id = :by
    )
  )
  AND (:topic IS NULL OR events.id IN (SELECT row_id FROM topic_records WHERE table_name = 'events' AND topic_id = :topic))
GROUP BY events.id
ORDER BY
  events.earliest IS NULL,
  events.earliest,
  events.latest NULLS LAST,
  events.id
LIMIT :most
