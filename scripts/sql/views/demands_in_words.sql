-- Each statement on a demand: who wants what of whom, who says so through which chain, in which words.
SELECT
  demands.id AS demand_id,
  demanders.name AS demander,
  addressees.name AS addressee,
  demands.content,
  demands.kind,
  demands.context,
  holders.name AS speaker,
  statements.stance,
  quotes.exact AS words,
  statements.mode,
  attribution_chains.chain,
  attribution_chains.depth,
  quotes.source_id,
  quotes.start_char,
  quotes.end_char,
  statements.id AS statement_id
FROM statements
JOIN demands ON demands.id = statements.demand_id
JOIN actors AS demanders ON demanders.id = demands.demander_id
LEFT JOIN actors AS addressees ON addressees.id = demands.addressee_id
JOIN quotes ON quotes.id = statements.quote_id
JOIN attribution_chains ON attribution_chains.attribution_id = statements.attribution_id
JOIN actors AS holders ON holders.id = attribution_chains.holder_id
ORDER BY demands.id, quotes.source_id, quotes.start_char, statements.id;
