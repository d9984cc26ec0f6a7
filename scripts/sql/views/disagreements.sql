-- Each side of each discrepancy with its voice and its words.
SELECT
  discrepancies.id AS discrepancy_id,
  discrepancies.label,
  discrepancies.kind,
  discrepancies.scope,
  discrepancies.status,
  discrepancy_sides.number AS side,
  discrepancy_sides.source_id,
  holders.name AS holder,
  discrepancy_sides.voice,
  discrepancy_sides.says,
  (
    SELECT group_concat('“' || exact || '”', ' … ')
    FROM (
      SELECT quotes.exact
      FROM discrepancy_side_quotes JOIN quotes ON quotes.id = discrepancy_side_quotes.quote_id
      WHERE discrepancy_side_quotes.side_id = discrepancy_sides.id
      ORDER BY quotes.start_char
    )
  ) AS words,
  discrepancies.rationale
FROM discrepancy_sides
JOIN discrepancies ON discrepancies.id = discrepancy_sides.discrepancy_id
LEFT JOIN actors AS holders ON holders.id = discrepancy_sides.holder_id
ORDER BY discrepancies.id, discrepancy_sides.number;
