-- What is printed in quotation marks
-- Each statement that an article gives, whole or in part, in the speaker's own words.
SELECT
  statements.id,
  attribution_chains.chain AS through,
  statements.mode,
  quotes.exact AS words,
  quotes.source_id,
  quotes.start_char,
  quotes.end_char
FROM statements
JOIN attribution_chains ON attribution_chains.attribution_id = statements.attribution_id
JOIN quotes ON quotes.id = statements.quote_id
WHERE statements.mode IN ('direct', 'mixed') /* filters */
ORDER BY quotes.source_id, quotes.start_char
