-- Each demand with the rounds of talks (events of kind talks that are part of no other) in which the articles place it. `part` is
-- "first put" for the round of its own event, "repeated" where another statement makes or reiterates it, "answered" where
-- statements only take another stand. A demand tied to no talks has no row.
WITH rounds (event_id, round_id, name) AS (
  SELECT event_tree.event_id, events.id, events.name
  FROM event_tree JOIN events ON events.id = event_tree.ancestor_id
  WHERE events.kind = 'talks' AND events.parent_id IS NULL
),
placed (demand_id, round_id, name, place) AS (
  SELECT demands.id, rounds.round_id, rounds.name, 1
  FROM demands JOIN rounds ON rounds.event_id = demands.event_id
  UNION ALL
  SELECT occasions.demand_id, rounds.round_id, rounds.name, iif(statements.stance IN ('makes', 'reiterates'), 2, 3)
  FROM occasions
  JOIN rounds ON rounds.event_id = occasions.event_id
  JOIN statements ON statements.id = occasions.statement_id
  WHERE occasions.demand_id IS NOT NULL
)
SELECT
  demand_id,
  round_id AS event_id,
  name,
  CASE min(place) WHEN 1 THEN 'first put' WHEN 2 THEN 'repeated' ELSE 'answered' END AS part
FROM placed
GROUP BY demand_id, round_id;
