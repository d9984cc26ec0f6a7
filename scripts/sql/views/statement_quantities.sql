-- Every quantity of a statement's demand or claim that is printed inside the statement's words.
SELECT statements.id AS statement_id, quantities.id AS quantity_id, quantities.quote_id
FROM statements
JOIN quotes AS words ON words.id = statements.quote_id
JOIN quantities
  ON quantities.demand_id = statements.demand_id OR quantities.claim_id = statements.claim_id
JOIN quotes AS numbers ON numbers.id = quantities.quote_id
WHERE numbers.source_id = words.source_id
  AND numbers.start_char >= words.start_char AND numbers.end_char <= words.end_char;
