-- Where the articles differ over {name}
-- Of a person, side or article its own answers first; those of others where they are few.
WITH sides AS (
  SELECT
    discrepancy_id,
    number,
    voice || ': ' || says AS told,
    source_id = :id OR coalesce(holder_id, author_id) IN (SELECT actor_id FROM actor_scopes WHERE asked_id = :id) AS is_own
  FROM discrepancy_sides JOIN sources ON sources.id = discrepancy_sides.source_id
),
counted AS (SELECT discrepancy_id, sum(is_own) AS own, sum(NOT is_own) AS others FROM sides GROUP BY discrepancy_id)
SELECT
  discrepancies.label AS item,
  discrepancies.id AS item_id,
  nullif(
    CASE WHEN own = 0 THEN others || ' answers' WHEN others > 3 THEN others || ' other answers' ELSE '' END
      || iif(discrepancies.status = 'unresolved', '', iif(own > 0 AND others <= 3, '', ', ') || replace(discrepancies.status, '_', ' ')),
    ''
  ) AS note,
  NULL AS source_id,
  (
    SELECT group_concat(told, '; ')
    FROM (
      SELECT told FROM sides
      WHERE sides.discrepancy_id = discrepancies.id AND own > 0 AND (is_own OR others <= 3)
      ORDER BY is_own DESC, number
    )
  ) AS told
FROM disagreements_by_record
JOIN discrepancies ON discrepancies.id = disagreements_by_record.discrepancy_id
JOIN counted ON counted.discrepancy_id = discrepancies.id
WHERE disagreements_by_record.row_id = :id
ORDER BY discrepancies.status <> 'unresolved', discrepancies.label, discrepancies.id
