-- Which numbers are named
-- Each quantity in a demand, a claim or an event, as printed and as understood.
SELECT
  coalesce(amounts.demand_id, amounts.claim_id, amounts.event_id) AS id,
  coalesce(demands.sentence, claims.sentence, events.name) AS "of what",
  amounts.amount,
  quotes.exact AS printed,
  quotes.source_id,
  quotes.start_char,
  quotes.end_char
FROM amounts
JOIN quotes ON quotes.id = amounts.quote_id
LEFT JOIN demands ON demands.id = amounts.demand_id
LEFT JOIN claims ON claims.id = amounts.claim_id
LEFT JOIN events ON events.id = amounts.event_id
WHERE TRUE /* filters */
ORDER BY id, quotes.source_id, quotes.start_char, amounts.quantity_id
