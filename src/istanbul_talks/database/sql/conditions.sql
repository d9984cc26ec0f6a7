-- What something else hangs on
-- Conditions and threats: what must come before something else or in return for it, or what happens unless.
SELECT
  demands.id,
  demands.kind,
  said.demanders AS "by",
  addressee.name AS "of",
  coalesce('per ' || demands.account || ': ', '') || demands.content AS demand,
  said.words,
  said.source_id,
  said.start_char,
  said.end_char
FROM demands
LEFT JOIN actors AS addressee ON addressee.id = demands.addressee_id
JOIN demands_in_words AS said ON said.demand_id = demands.id
WHERE demands.kind IN ('condition', 'threat') /* filters */
ORDER BY demands.kind, demands.id, said.source_id, said.start_char, said.statement_id
