-- Which demands are rejected
-- Each refusal, deferral or dropping of a demand: by whom, through which chain, in which words.
SELECT
  said.demand_id AS id,
  said.sentence AS answer,
  said.words,
  said.chain AS through,
  said.source_id,
  said.start_char,
  said.end_char
FROM demands_in_words AS said
WHERE said.stance IN ('rejects', 'defers', 'drops', 'denies_making') /* filters */
ORDER BY said.demand_id, said.source_id, said.start_char, said.statement_id
