-- Related and contradicting
SELECT
  iif(:id IN (relations.from_demand_id, relations.from_claim_id), 'this ' || replace(relations.kind, '_', ' '), replace(relations.kind, '_', ' ') || ' this') AS relation,
  other.label AS record,
  other.row_id AS record_id,
  other.table_name AS kind,
  relations.note
FROM relations
JOIN records AS other ON other.row_id = iif(
  :id IN (relations.from_demand_id, relations.from_claim_id),
  coalesce(relations.to_demand_id, relations.to_claim_id),
  coalesce(relations.from_demand_id, relations.from_claim_id)
)
WHERE
  :id IN (relations.from_demand_id, relations.from_claim_id, relations.to_demand_id, relations.to_claim_id)
  AND other.table_name IN ('demands', 'claims')
ORDER BY relations.id
