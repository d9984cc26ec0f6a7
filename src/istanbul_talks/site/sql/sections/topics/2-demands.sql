-- Demands
SELECT
  demands.content AS demand,
  demands.id AS demand_id,
  demander.name AS "by",
  demander.id AS by_id,
  addressee.name AS "of",
  addressee.id AS of_id,
  demands.context AS "in"
FROM demands
JOIN actors AS demander ON demander.id = demands.demander_id
LEFT JOIN actors AS addressee ON addressee.id = demands.addressee_id
WHERE demands.id IN (
  SELECT demand_id FROM demand_topics JOIN topic_tree USING (topic_id) WHERE topic_tree.ancestor_id = :id
)
ORDER BY demands.context, demands.id
