-- The sides of a discrepancy, in their order
SELECT
  discrepancy_sides.id,
  discrepancy_sides.says,
  discrepancy_sides.holder_id,
  actors.name,
  discrepancy_sides.source_id,
  sources.label
FROM discrepancy_sides
JOIN sources ON sources.id = discrepancy_sides.source_id
LEFT JOIN actors ON actors.id = discrepancy_sides.holder_id
WHERE discrepancy_sides.discrepancy_id = ?
ORDER BY discrepancy_sides.number
