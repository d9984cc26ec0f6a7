-- Who demanded what of whom, in whose words: each statement on a demand.
SELECT
  demands.dataset,
  demands.id,
  demanders.name AS demander,
  addressees.name AS addressee,
  demands.sentence AS demand,
  statements.voice,
  quotes.exact AS words,
  sources.label AS article,
  quotes.start_char
FROM demands
JOIN statements ON statements.dataset = demands.dataset AND statements.demand_id = demands.id
JOIN quotes ON quotes.dataset = statements.dataset AND quotes.id = statements.quote_id
JOIN sources ON sources.dataset = statements.dataset AND sources.id = statements.source_id
JOIN actors AS demanders ON demanders.dataset = demands.dataset AND demanders.id = demands.demander_id
LEFT JOIN actors AS addressees ON addressees.dataset = demands.dataset AND addressees.id = demands.addressee_id
ORDER BY demands.dataset, demands.id, article, quotes.start_char, statements.voice
