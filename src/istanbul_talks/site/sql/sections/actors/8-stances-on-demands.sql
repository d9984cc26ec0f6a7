-- Stands on demands
-- Demands made, reiterated, accepted, rejected, dropped, also by somebody who belongs here or by a group, in whose words.
SELECT
  said.sentence AS demand,
  said.demand_id,
  CASE WHEN as_one_of IS NOT NULL THEN 'as one of ' || as_one_of WHEN speaker.id <> :id THEN speaker.name END AS who,
  speaker.id AS who_id,
  said.words,
  statements.quote_id,
  said.chain AS through
FROM demands_in_words AS said
JOIN statements ON statements.id = said.statement_id
JOIN attributions ON attributions.id = statements.attribution_id
JOIN actors AS speaker ON speaker.id = attributions.holder_id
JOIN actor_scopes ON actor_scopes.actor_id = attributions.holder_id
WHERE actor_scopes.asked_id = :id
ORDER BY said.demand_id, said.source_id, said.start_char
