-- Each demand with the talks in which the articles place it, as a phrase: the round in which it was first put, then those in which
-- it was repeated or answered. `begins` is the first day of the round of its first putting.
SELECT
  demands.id AS demand_id,
  coalesce((
    SELECT group_concat(phrase, '; ')
    FROM (
      SELECT iif(part = 'first put', name, part || ': ' || name) AS phrase
      FROM demand_rounds
      WHERE demand_rounds.demand_id = demands.id
      ORDER BY part = 'first put' DESC, part DESC, name
    )
  ), 'not tied to talks') AS talks,
  (
    SELECT coalesce(events.earliest, events.latest)
    FROM demand_rounds JOIN events ON events.id = demand_rounds.event_id
    WHERE demand_rounds.demand_id = demands.id AND demand_rounds.part = 'first put'
  ) AS begins
FROM demands;
