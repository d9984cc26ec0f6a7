-- Demands or claims on one topic that nobody has compared: join them in registers/relations.yaml, or as two sides in
-- registers/discrepancies.yaml, or write into registers/comparisons.yaml why they do not disagree
SELECT min(statements.quote_id) AS quote_id, NULL AS source_id, '{from: ' || from_id || ', to: ' || to_id || '} on ' || topics || ': “' || "from" || '” and “'
  || "to" || '”' AS difference
FROM undecided_pairs
JOIN statements ON coalesce(demand_id, claim_id) IN (from_id, to_id)
WHERE source_id = :source
GROUP BY from_id, to_id;
