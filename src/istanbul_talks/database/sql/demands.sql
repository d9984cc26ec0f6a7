-- Who demanded what of whom, in whose words
-- Each demand with every place where an article has somebody put it forward or answer it: through whom, in which
-- words, and the id of the quote.
WITH voiced AS (
  SELECT statements.demand_id, statements.id AS statement_id, said.told, said.source_id, said.start_char, statements.rowid AS place
  FROM statements_in_words AS said
  JOIN statements ON statements.id = said.statement_id
  JOIN demands ON demands.id = statements.demand_id
  JOIN attributions ON attributions.id = statements.attribution_id
  WHERE TRUE /* filters */
)
SELECT
  demands.id,
  makers.demanders AS "by",
  addressee.name AS "of",
  coalesce('per ' || demands.account || ': ', '') || demands.content AS demand,
  demands.kind,
  demand_talks.talks AS "in",
  coalesce(record_dates.date, said_dates.date) AS "when",
  (SELECT group_concat(phrase, '; ')
   FROM (SELECT 'first put in: ' || events.name AS phrase WHERE events.id IS NOT NULL
         UNION ALL
         SELECT * FROM (
           SELECT DISTINCT 'said in: ' || occasion.name
           FROM voiced
           JOIN occasions ON occasions.statement_id = voiced.statement_id
           JOIN events AS occasion ON occasion.id = occasions.event_id
           WHERE voiced.demand_id = demands.id
           ORDER BY occasion.earliest IS NULL, occasion.earliest, occasion.name, occasion.id))) AS event,
  (SELECT json_group_array(json(told))
   FROM (SELECT told FROM voiced WHERE demand_id = demands.id ORDER BY source_id, start_char, place)) AS words /* as one of */
FROM demands
JOIN demand_talks ON demand_talks.demand_id = demands.id
JOIN demanders_in_words AS makers ON makers.demand_id = demands.id
LEFT JOIN actors AS addressee ON addressee.id = demands.addressee_id
LEFT JOIN events ON events.id = demands.event_id
LEFT JOIN record_dates ON record_dates.table_name = 'demands' AND record_dates.row_id = demands.id
LEFT JOIN said_dates ON said_dates.table_name = 'demands' AND said_dates.row_id = demands.id
WHERE demands.id IN (SELECT demand_id FROM voiced)
ORDER BY demand_talks.begins IS NULL, demand_talks.begins, makers.demanders, demands.id
