-- What contradicts what.
SELECT
  relations.dataset,
  coalesce(relations.from_demand_id, relations.from_claim_id) AS id,
  coalesce(from_demand.content, from_claim.content) AS from_content,
  replace(relations.kind, '_', ' ') AS relation,
  coalesce(to_demand.content, to_claim.content) AS to_content,
  coalesce(relations.to_demand_id, relations.to_claim_id) AS to_id,
  relations.note
FROM relations
LEFT JOIN demands AS from_demand
  ON from_demand.dataset = relations.dataset AND from_demand.id = relations.from_demand_id
LEFT JOIN claims AS from_claim
  ON from_claim.dataset = relations.dataset AND from_claim.id = relations.from_claim_id
LEFT JOIN demands AS to_demand
  ON to_demand.dataset = relations.dataset AND to_demand.id = relations.to_demand_id
LEFT JOIN claims AS to_claim
  ON to_claim.dataset = relations.dataset AND to_claim.id = relations.to_claim_id
