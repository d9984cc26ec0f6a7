-- What must come first, or what happens unless.
SELECT
  demands.dataset,
  demands.id,
  demands.kind,
  demanders.name AS demander,
  addressees.name AS addressee,
  demands.content AS demand,
  quotes.exact AS words,
  quotes.source_id,
  quotes.start_char,
  quotes.end_char
FROM demands
JOIN actors AS demanders ON demanders.dataset = demands.dataset AND demanders.id = demands.demander_id
LEFT JOIN actors AS addressees ON addressees.dataset = demands.dataset AND addressees.id = demands.addressee_id
JOIN statements ON statements.dataset = demands.dataset AND statements.demand_id = demands.id
JOIN quotes ON quotes.dataset = statements.dataset AND quotes.id = statements.quote_id
WHERE demands.kind IN ('precondition', 'threat')
