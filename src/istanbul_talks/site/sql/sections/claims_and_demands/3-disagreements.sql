-- Disagreements over the same words
SELECT DISTINCT discrepancies.label AS disagreement, discrepancies.id AS disagreement_id, discrepancies.kind, discrepancies.status
FROM statements
JOIN discrepancy_side_quotes ON discrepancy_side_quotes.quote_id = statements.quote_id
JOIN discrepancy_sides ON discrepancy_sides.id = discrepancy_side_quotes.side_id
JOIN discrepancies ON discrepancies.id = discrepancy_sides.discrepancy_id
WHERE statements.demand_id = :id OR statements.claim_id = :id
ORDER BY discrepancies.id
