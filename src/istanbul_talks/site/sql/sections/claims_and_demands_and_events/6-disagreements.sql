-- Disagreements over the same words
SELECT
  discrepancies.label AS disagreement,
  discrepancies.id AS disagreement_id,
  discrepancies.kind,
  replace(discrepancies.status, '_', ' ') AS status
FROM record_disagreements
JOIN discrepancies ON discrepancies.id = record_disagreements.discrepancy_id
WHERE record_disagreements.row_id = :id
ORDER BY discrepancies.kind, discrepancies.label
