-- Disagreements
SELECT
  discrepancies.label AS disagreement,
  discrepancies.id AS disagreement_id,
  discrepancies.kind,
  replace(discrepancies.status, '_', ' ') AS status
FROM discrepancies
WHERE discrepancies.id IN (
  SELECT row_id FROM topic_records WHERE table_name = 'discrepancies' AND topic_id = :id
)
ORDER BY discrepancies.kind, discrepancies.label
