-- Catch an occasion of which the link's own article does not tell.
SELECT attributions.id, attributions.event_id
FROM attributions
WHERE event_id IS NOT NULL AND NOT EXISTS (
  SELECT 1 FROM event_quotes JOIN quotes ON quotes.id = event_quotes.quote_id
  WHERE event_quotes.event_id = attributions.event_id AND quotes.source_id = attributions.source_id
);
