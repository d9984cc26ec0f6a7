-- Stands on demands
-- Demands made, reiterated, accepted, rejected, dropped, in whose words.
SELECT
  said.content AS demand,
  said.demand_id,
  replace(said.stance, '_', ' ') AS stance,
  said.words,
  statements.quote_id,
  said.chain AS through
FROM demands_in_words AS said
JOIN statements ON statements.id = said.statement_id
JOIN attributions ON attributions.id = statements.attribution_id
WHERE attributions.holder_id = :id
ORDER BY said.demand_id, said.source_id, said.start_char
