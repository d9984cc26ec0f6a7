-- Catch a record that no words of any article support.
SELECT table_name, row_id FROM records WHERE table_name NOT IN ('sources', 'actors')
EXCEPT SELECT table_name, row_id FROM evidence
UNION ALL
SELECT 'discrepancy_sides', id FROM discrepancy_sides
WHERE id NOT IN (SELECT side_id FROM discrepancy_side_quotes);
