-- Who claims what, and who denies it: each statement on a claim, after the claim with all its voices.
SELECT
  claims.dataset,
  claims.id,
  claims.sentence AS claim,
  statements.voice,
  quotes.exact AS words,
  sources.label AS article,
  quotes.start_char
FROM claims
JOIN statements ON statements.dataset = claims.dataset AND statements.claim_id = claims.id
JOIN quotes ON quotes.dataset = statements.dataset AND quotes.id = statements.quote_id
JOIN sources ON sources.dataset = statements.dataset AND sources.id = statements.source_id
ORDER BY claims.dataset, claims.id, article, quotes.start_char, statements.voice
