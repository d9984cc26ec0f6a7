-- What contradicts what
-- Pairs of demands and claims that contradict, refine, entail or answer one another, or are a condition.
SELECT
  coalesce(relations.from_demand_id, relations.from_claim_id) AS id,
  coalesce(from_demand.sentence, from_claim.sentence) AS "one",
  replace(relations.kind, '_', ' ') AS relation,
  coalesce(to_demand.sentence, to_claim.sentence) AS "other",
  coalesce(relations.to_demand_id, relations.to_claim_id) AS row_id,
  relations.note
FROM relations
LEFT JOIN demands AS from_demand ON from_demand.id = relations.from_demand_id
LEFT JOIN claims AS from_claim ON from_claim.id = relations.from_claim_id
LEFT JOIN demands AS to_demand ON to_demand.id = relations.to_demand_id
LEFT JOIN claims AS to_claim ON to_claim.id = relations.to_claim_id
WHERE TRUE /* filters */
ORDER BY relations.kind, relations.id
