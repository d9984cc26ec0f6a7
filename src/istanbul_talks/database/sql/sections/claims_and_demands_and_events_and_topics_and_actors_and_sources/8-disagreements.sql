-- Where the articles differ over {name}
SELECT
  discrepancies.label AS item,
  discrepancies.id AS item_id,
  count(*) || ' answers' || iif(discrepancies.status = 'unresolved', '', ', ' || replace(discrepancies.status, '_', ' ')) AS note,
  NULL AS source_id
FROM disagreements_by_record
JOIN discrepancies ON discrepancies.id = disagreements_by_record.discrepancy_id
JOIN discrepancy_sides ON discrepancy_sides.discrepancy_id = discrepancies.id
WHERE disagreements_by_record.row_id = :id
GROUP BY discrepancies.id
ORDER BY discrepancies.status <> 'unresolved', discrepancies.label
