-- Disagreements
-- Where the articles differ over what this speaker said, did or is called.
SELECT
  discrepancies.label AS disagreement,
  discrepancies.id AS disagreement_id,
  discrepancies.kind,
  replace(discrepancies.status, '_', ' ') AS status
FROM discrepancies
WHERE discrepancies.id IN (
  SELECT sides.discrepancy_id
  FROM discrepancy_sides AS sides
  LEFT JOIN discrepancy_side_quotes ON discrepancy_side_quotes.side_id = sides.id
  LEFT JOIN role_quotes USING (quote_id)
  LEFT JOIN roles ON roles.id = role_quotes.role_id
  LEFT JOIN mentions USING (quote_id)
  LEFT JOIN names ON names.id = mentions.name_id
  WHERE :id IN (sides.holder_id, roles.person_id, names.actor_id)
)
ORDER BY discrepancies.kind, discrepancies.label
