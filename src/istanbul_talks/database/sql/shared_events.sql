-- What more than one article tells of
-- Events by the number of articles that tell of them.
SELECT
  events.id,
  events.edtf AS "when",
  events.name AS event,
  count(DISTINCT quotes.source_id) AS articles,
  (
    SELECT group_concat(source_id, ', ')
    FROM (
      SELECT DISTINCT told.source_id
      FROM event_quotes AS places JOIN quotes AS told ON told.id = places.quote_id
      WHERE places.event_id = events.id
      ORDER BY told.source_id
    )
  ) AS sources
FROM events
JOIN event_quotes ON event_quotes.event_id = events.id
JOIN quotes ON quotes.id = event_quotes.quote_id
WHERE TRUE /* filters */
GROUP BY events.id
HAVING count(DISTINCT quotes.source_id) > 1
ORDER BY articles DESC, events.earliest, events.id
