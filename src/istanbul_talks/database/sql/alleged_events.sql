-- What is only planned, proposed or alleged
-- Events that the articles do not tell as having happened.
SELECT
  events.id,
  events.status,
  (
    SELECT group_concat(DISTINCT name)
    FROM allegations
    WHERE allegations.event_id = events.id AND allegations.source_id = quotes.source_id
  ) AS "alleged by",
  article_datings.edtf AS "when",
  events.name AS event,
  quotes.exact AS words,
  quotes.source_id,
  quotes.start_char,
  quotes.end_char
FROM events
JOIN event_quotes ON event_quotes.event_id = events.id
JOIN quotes ON quotes.id = event_quotes.quote_id
LEFT JOIN article_datings ON article_datings.event_id = events.id AND article_datings.source_id = quotes.source_id
WHERE events.status <> 'occurred' /* filters */
ORDER BY events.status, events.id, quotes.source_id, quotes.start_char
