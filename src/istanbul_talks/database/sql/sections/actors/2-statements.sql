-- What {name} {says}
-- By day; also what is said by whoever belongs here, or by a group of which {name} is one.
SELECT
  coalesce(statement_dates.date, 'On no day that the articles name') AS "under",
  statements.sentence AS item,
  coalesce(statements.claim_id, statements.demand_id) AS item_id,
  'as one of ' || actor_scopes.as_one_of AS note,
  statements.source_id,
  statements.quote_id
FROM actor_scopes
JOIN attributions ON attributions.holder_id = actor_scopes.actor_id
JOIN statements ON statements.attribution_id = attributions.id
JOIN quotes ON quotes.id = statements.quote_id
LEFT JOIN statement_dates ON statement_dates.statement_id = statements.id
WHERE actor_scopes.asked_id = :id
ORDER BY
  statement_dates.date IS NULL, coalesce(statement_dates.earliest, statement_dates.latest), statement_dates.latest, "under", item,
  statements.source_id, quotes.start_char, statements.id
