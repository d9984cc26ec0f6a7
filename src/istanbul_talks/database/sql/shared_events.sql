-- What more than one article tells of
-- Events by the number of articles that tell of them, with the date on which the dataset settles and the articles that give it.
SELECT
  events.id,
  events.edtf AS "when",
  events.name AS event,
  count(DISTINCT quotes.source_id) AS articles,
  timeline.sources,
  timeline.dated_by AS "dated by"
FROM timeline
JOIN events ON events.id = timeline.event_id
JOIN event_quotes ON event_quotes.event_id = events.id
JOIN quotes ON quotes.id = event_quotes.quote_id
WHERE TRUE /* filters */
GROUP BY events.id
HAVING count(DISTINCT quotes.source_id) > 1
ORDER BY articles DESC, events.earliest, events.id
