-- Which demands are accepted
-- Each acceptance, whole or in part: by whom, through which chain, in which words.
SELECT
  said.demand_id AS id,
  said.sentence AS answer,
  said.words,
  said.chain AS through,
  said.source_id,
  said.start_char,
  said.end_char
FROM demands_in_words AS said
WHERE said.stance IN ('accepts', 'partly_accepts') /* filters */
ORDER BY said.demand_id, said.source_id, said.start_char, said.statement_id
