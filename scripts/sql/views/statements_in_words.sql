-- Each statement on a demand or claim with its voice: who takes which stand through which chain, on which occasion, in which
-- words. `told` is the same as a JSON object, with a text in which people read it.
SELECT
  statements.id AS statement_id,
  statements.demand_id,
  statements.claim_id,
  statements.sentence,
  statements.voice,
  holders.name AS speaker,
  statements.stance,
  statements.certainty,
  quotes.exact AS words,
  statements.mode,
  attribution_chains.chain,
  attribution_chains.depth,
  attribution_chains.event_id,
  events.name AS occasion,
  quotes.id AS quote_id,
  quotes.source_id,
  quotes.start_char,
  quotes.end_char,
  json_object(
    'text', statements.voice || ': “' || quotes.exact || '” [' || quotes.id || ']',
    'voice', statements.voice,
    'quote', quotes.id,
    'words', quotes.exact,
    'speaker', holders.name,
    'stance', statements.stance,
    'through', attribution_chains.chain,
    'source', quotes.source_id
  ) AS told
FROM statements
JOIN quotes ON quotes.id = statements.quote_id
JOIN attribution_chains ON attribution_chains.attribution_id = statements.attribution_id
JOIN actors AS holders ON holders.id = attribution_chains.holder_id
LEFT JOIN events ON events.id = attribution_chains.event_id;
