-- Demands
SELECT
  coalesce('per ' || demands.account || ': ', '') || demands.content AS demand,
  demands.id AS demand_id,
  makers.demanders AS "by",
  iif(makers.demanders = demander.name, demander.id, NULL) AS by_id,
  addressee.name AS "of",
  addressee.id AS of_id,
  demand_talks.talks AS "in"
FROM demands
JOIN demand_talks ON demand_talks.demand_id = demands.id
JOIN actors AS demander ON demander.id = demands.demander_id
JOIN demanders_in_words AS makers ON makers.demand_id = demands.id
LEFT JOIN actors AS addressee ON addressee.id = demands.addressee_id
WHERE demands.id IN (
  SELECT row_id FROM topic_records WHERE table_name = 'demands' AND topic_id = :id
)
ORDER BY demand_talks.begins IS NULL, demand_talks.begins, demands.id
