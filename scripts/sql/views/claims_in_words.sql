-- Each statement on a claim as a sentence, and by its parts: who takes which stand through which chain, in which words.
SELECT
  claims.id AS claim_id,
  said.sentence,
  said.voice,
  claims.proposition,
  claims.kind,
  said.speaker,
  said.stance,
  said.certainty,
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
JOIN claims ON claims.id = said.claim_id
ORDER BY claims.id, said.source_id, said.start_char, said.statement_id;
