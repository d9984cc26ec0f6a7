-- Catch a statement, a quantity or an end of a relation that points to nothing or to several things.
SELECT 'statements' AS table_name, id FROM statements WHERE (demand_id IS NOT NULL) + (claim_id IS NOT NULL) <> 1
UNION ALL
SELECT 'quantities', id FROM quantities
WHERE (demand_id IS NOT NULL) + (claim_id IS NOT NULL) + (event_id IS NOT NULL) <> 1
UNION ALL
SELECT 'relations', id FROM relations
WHERE (from_demand_id IS NOT NULL) + (from_claim_id IS NOT NULL) <> 1
  OR (to_demand_id IS NOT NULL) + (to_claim_id IS NOT NULL) <> 1;
