-- Catch a side of a disagreement that names a holder whom no statement makes to say the words there.
SELECT discrepancy_sides.id, discrepancy_sides.holder_id
FROM discrepancy_sides
WHERE holder_id IS NOT NULL AND NOT EXISTS (
  SELECT 1
  FROM discrepancy_side_quotes
  JOIN quotes AS words ON words.id = discrepancy_side_quotes.quote_id
  JOIN quotes AS said ON said.source_id = words.source_id
    AND said.start_char < words.end_char AND words.start_char < said.end_char
  JOIN statements ON statements.quote_id = said.id
  JOIN chain_links ON chain_links.statement_id = statements.id
  JOIN attributions ON attributions.id = chain_links.attribution_id
  WHERE discrepancy_side_quotes.side_id = discrepancy_sides.id AND attributions.holder_id = discrepancy_sides.holder_id
);
