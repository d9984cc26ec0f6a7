-- Every quantity of a statement's demand or claim that is printed inside the statement's words.
-- (CROSS JOIN keeps SQLite from starting at the statements: with each it would read all quantities of its demand or claim.)
SELECT statements.id AS statement_id, quantities.id AS quantity_id, quantities.quote_id
FROM quantities
JOIN quotes AS numbers ON numbers.id = quantities.quote_id
CROSS JOIN statements
  ON statements.source_id = numbers.source_id
  AND (statements.demand_id = quantities.demand_id OR statements.claim_id = quantities.claim_id)
JOIN quotes AS words ON words.id = statements.quote_id
WHERE numbers.start_char >= words.start_char AND numbers.end_char <= words.end_char;
