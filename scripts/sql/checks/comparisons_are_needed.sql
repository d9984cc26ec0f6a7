-- Catch a comparison of two records that are joined all the same, or that are no pair to compare.
SELECT
  comparisons.id,
  coalesce(
    'joined by ' || joined_by,
    'no pair: they share no topic (claims: no topic and event), or the same articles have the same holders say both'
  ) AS because,
  'remove it from registers/comparisons.yaml' AS "do"
FROM comparisons
LEFT JOIN comparable_pairs
  ON comparable_pairs.from_id = coalesce(from_demand_id, from_claim_id) AND comparable_pairs.to_id = coalesce(to_demand_id, to_claim_id)
WHERE comparable_pairs.from_id IS NULL OR joined_by IS NOT NULL;
