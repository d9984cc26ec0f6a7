-- Each statement on a demand: who wants what of whom, who says so through which chain, in which words.
SELECT
  demands.id AS demand_id,
  makers.demanders,
  addressees.name AS addressee,
  said.sentence,
  said.voice,
  demands.content,
  demands.kind,
  demand_talks.talks,
  said.speaker,
  said.stance,
  said.words,
  said.mode,
  said.chain,
  said.depth,
  said.occasion,
  said.source_id,
  said.start_char,
  said.end_char,
  said.statement_id
FROM statements_in_words AS said
JOIN demands ON demands.id = said.demand_id
JOIN demanders_in_words AS makers ON makers.demand_id = demands.id
JOIN demand_talks ON demand_talks.demand_id = demands.id
LEFT JOIN actors AS addressees ON addressees.id = demands.addressee_id
ORDER BY demands.id, said.source_id, said.start_char, said.statement_id;
