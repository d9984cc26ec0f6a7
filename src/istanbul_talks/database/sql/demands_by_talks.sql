-- What each side demands in which talks
-- The demands that each side makes, alone or with others, beside one another, by the talks in which they are first put or repeated.
SELECT
  demander.name AS demander,
  coalesce(demand_rounds.name, 'not tied to talks') AS "in",
  count(*) AS demands,
  group_concat(coalesce('per ' || demands.account || ': ', '') || demands.content, char(10)) AS contents,
  group_concat(demands.id, ', ') AS ids
FROM demands
JOIN demand_makers ON demand_makers.demand_id = demands.id
JOIN actors AS demander ON demander.id = demand_makers.actor_id
LEFT JOIN demand_rounds ON demand_rounds.demand_id = demands.id AND demand_rounds.part <> 'answered'
WHERE TRUE /* filters */
GROUP BY demander.id, demand_rounds.event_id
ORDER BY demander, "in"
