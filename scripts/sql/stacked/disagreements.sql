-- Where the articles contradict one another, or themselves: each side after its voice.
SELECT
  discrepancies.dataset,
  discrepancies.id,
  discrepancies.label AS disagreement,
  discrepancies.status,
  discrepancy_sides.number,
  discrepancy_sides.voice,
  discrepancy_sides.says,
  sources.label AS article
FROM discrepancies
JOIN discrepancy_sides ON discrepancy_sides.dataset = discrepancies.dataset AND discrepancy_sides.discrepancy_id = discrepancies.id
JOIN sources ON sources.dataset = discrepancy_sides.dataset AND sources.id = discrepancy_sides.source_id
ORDER BY discrepancies.dataset, discrepancies.id, discrepancy_sides.number
