-- What comes through two mouths or more
-- Statements that the article has from somebody who has them from somebody else, the longest chains first.
SELECT
  statements.id,
  attribution_chains.depth AS mouths,
  attribution_chains.chain AS through,
  quotes.exact AS words,
  quotes.source_id,
  quotes.start_char,
  quotes.end_char
FROM statements
JOIN attribution_chains ON attribution_chains.attribution_id = statements.attribution_id
JOIN quotes ON quotes.id = statements.quote_id
WHERE attribution_chains.depth >= 2 /* filters */
ORDER BY mouths DESC, quotes.source_id, quotes.start_char
