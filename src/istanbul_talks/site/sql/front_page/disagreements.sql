-- Disagreements worth knowing
-- The unresolved ones in which most articles and sides take part. No more than a thousand are ranked.
WITH ranked AS MATERIALIZED (
  SELECT id, label, kind FROM discrepancies WHERE status = 'unresolved' LIMIT 1000
)
SELECT ranked.id, ranked.label, ranked.kind, count(*) AS sides
FROM ranked JOIN discrepancy_sides ON discrepancy_sides.discrepancy_id = ranked.id
GROUP BY ranked.id
ORDER BY count(DISTINCT discrepancy_sides.source_id) DESC, sides DESC, ranked.label
LIMIT 8
