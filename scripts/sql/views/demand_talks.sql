-- Each demand with the talks in which the articles place it, as a phrase: the round in which it was first put, then those in which
-- it was repeated or answered. `begins` is the first day of the round of its first putting.
SELECT demands.id AS demand_id, coalesce(placed.talks, 'not tied to talks') AS talks, placed.begins
FROM demands
LEFT JOIN (
  SELECT demand_id, group_concat(phrase, '; ') AS talks, min(begins) AS begins
  FROM (
    SELECT
      demand_rounds.demand_id,
      iif(part = 'first put', demand_rounds.name, part || ': ' || demand_rounds.name) AS phrase,
      iif(part = 'first put', coalesce(events.earliest, events.latest), NULL) AS begins
    FROM demand_rounds JOIN events ON events.id = demand_rounds.event_id
    ORDER BY demand_rounds.demand_id, part = 'first put' DESC, part DESC, demand_rounds.name
  )
  GROUP BY demand_id
) AS placed ON placed.demand_id = demands.id;
