-- Catch a ground of another article than its statement's, or more than two sentences away; and one that is an event of which the
-- article does not tell.
SELECT statement_grounds.id, 'not beside its statement' AS fault
FROM statement_grounds
JOIN statements ON statements.id = statement_grounds.statement_id
JOIN quotes AS said ON said.id = statements.quote_id
JOIN sentences AS said_in ON said_in.id = said.sentence_id
JOIN quotes AS grounds ON grounds.id = statement_grounds.quote_id
JOIN sentences AS ground_in ON ground_in.id = grounds.sentence_id
WHERE ground_in.source_id <> said_in.source_id OR abs(ground_in.number - said_in.number) > 2
UNION ALL
SELECT statement_grounds.id, 'an event that the article does not tell'
FROM statement_grounds JOIN statements ON statements.id = statement_grounds.statement_id
WHERE event_id IS NOT NULL AND NOT EXISTS (
  SELECT 1 FROM event_quotes JOIN quotes ON quotes.id = event_quotes.quote_id
  WHERE event_quotes.event_id = statement_grounds.event_id AND quotes.source_id = statements.source_id
);
