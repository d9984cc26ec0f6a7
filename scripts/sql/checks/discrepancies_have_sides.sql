-- Catch a disagreement with fewer than two sides, or filed as between articles although it is within one.
SELECT discrepancies.id, scope, count(*) AS sides, count(DISTINCT source_id) AS articles
FROM discrepancies LEFT JOIN discrepancy_sides ON discrepancy_id = discrepancies.id
GROUP BY discrepancies.id
HAVING count(source_id) < 2 OR (scope = 'within') <> (count(DISTINCT source_id) = 1);
