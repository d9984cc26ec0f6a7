-- What each side demands in which talks
-- Each demander's demands beside one another, by the talks in which they are made.
SELECT
  demander.name AS demander,
  demands.context AS "in",
  count(*) AS demands,
  group_concat(demands.content, char(10)) AS contents,
  group_concat(demands.id, ', ') AS ids
FROM demands
JOIN actors AS demander ON demander.id = demands.demander_id
WHERE TRUE /* filters */
GROUP BY demander.id, demands.context
ORDER BY demander, "in"
