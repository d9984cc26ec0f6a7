-- Each statement on a claim: what is claimed, who takes which stand through which chain, in which words.
SELECT
  claims.id AS claim_id,
  claims.content,
  claims.kind,
  holders.name AS speaker,
  statements.stance,
  statements.certainty,
  quotes.exact AS words,
  statements.mode,
  attribution_chains.chain,
  attribution_chains.depth,
  quotes.source_id,
  quotes.start_char,
  quotes.end_char,
  statements.id AS statement_id
FROM statements
JOIN claims ON claims.id = statements.claim_id
JOIN quotes ON quotes.id = statements.quote_id
JOIN attribution_chains ON attribution_chains.attribution_id = statements.attribution_id
JOIN actors AS holders ON holders.id = attribution_chains.holder_id
ORDER BY claims.id, quotes.source_id, quotes.start_char, statements.id;
