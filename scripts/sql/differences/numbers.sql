-- Numbers that differ from another article's on the same demand, claim or event
WITH counted AS (
  SELECT quantities.*, quotes.source_id, amount, coalesce(quantities.demand_id, quantities.claim_id, quantities.event_id) AS record_id
  FROM quantities JOIN quotes ON quotes.id = quantities.quote_id JOIN amounts ON amounts.quantity_id = quantities.id
)
SELECT DISTINCT here.quote_id, there.source_id, here.record_id || ': ' || here.amount || ', but ' || there.source_id || ' has ' || there.amount AS difference
FROM counted AS here
JOIN counted AS there ON there.record_id = here.record_id AND there.unit = here.unit AND there.source_id <> here.source_id
WHERE here.source_id = :source
  AND (here.value <> there.value OR here.comparator <> there.comparator OR here.upper_value IS NOT there.upper_value);
