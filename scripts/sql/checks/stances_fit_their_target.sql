-- Catch a stance on a demand that only a claim can have, and the other way round.
SELECT statements.id, statements.stance
FROM statements
JOIN contract_values AS allowed
  ON allowed.table_name = 'statements' AND allowed.field_name = 'stance' AND allowed.value = statements.stance
WHERE iif(statements.demand_id IS NULL, 'claim_id', 'demand_id') NOT IN (SELECT value FROM json_each(allowed.goes_with));
