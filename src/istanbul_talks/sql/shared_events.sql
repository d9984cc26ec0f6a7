-- What more than one article tells of
-- Events by the number of articles that tell of them.
SELECT
  events.id,
  events.edtf AS "when",
  events.name AS event,
  count(DISTINCT quotes.source_id) AS articles,
  group_concat(DISTINCT quotes.source_id) AS sources
FROM events
JOIN event_quotes ON event_quotes.event_id = events.id
JOIN quotes ON quotes.id = event_quotes.quote_id
WHERE TRUE /* filters */
GROUP BY events.id
HAVING count(DISTINCT quotes.source_id) > 1
ORDER BY articles DESC, events.earliest, events.id
