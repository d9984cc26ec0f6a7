-- What each side says
SELECT voice || ': ' || says AS item, NULL AS item_id, NULL AS note, discrepancy_sides.source_id, quotes.id AS quote_id, quotes.exact AS words
FROM discrepancy_sides
LEFT JOIN discrepancy_side_quotes ON discrepancy_side_quotes.side_id = discrepancy_sides.id
LEFT JOIN quotes ON quotes.id = discrepancy_side_quotes.quote_id
WHERE discrepancy_sides.discrepancy_id = :id
ORDER BY discrepancy_sides.number, quotes.start_char, quotes.id
