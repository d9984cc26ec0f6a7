-- Who demanded what of whom, in whose words
-- Each demand with every place where an article has somebody put it forward or answer it: through whom, in which
-- words, and the id of the quote.
WITH voiced AS (
  SELECT statements.demand_id, said.told, said.source_id, said.start_char
  FROM statements_in_words AS said
  JOIN statements ON statements.id = said.statement_id
  JOIN demands ON demands.id = statements.demand_id
  JOIN attributions ON attributions.id = statements.attribution_id
  WHERE TRUE /* filters */
)
SELECT
  demands.id,
  demander.name AS "by",
  addressee.name AS "of",
  demands.content AS demand,
  demands.kind,
  demands.context AS "in",
  events.edtf AS "when",
  (SELECT json_group_array(json(told))
   FROM (SELECT told FROM voiced WHERE demand_id = demands.id ORDER BY source_id, start_char)) AS words
FROM demands
JOIN actors AS demander ON demander.id = demands.demander_id
LEFT JOIN actors AS addressee ON addressee.id = demands.addressee_id
LEFT JOIN events ON events.id = demands.event_id
WHERE demands.id IN (SELECT demand_id FROM voiced)
ORDER BY demands.context, demander.name, demands.id
