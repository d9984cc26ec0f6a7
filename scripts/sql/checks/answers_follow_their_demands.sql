-- Catch a statement on a demand that was said, or printed, before the demand was first put.
WITH
said (statement_id, demand_id, latest) AS (
  SELECT
    statements.id,
    statements.demand_id,
    coalesce(
      (SELECT max(latest)
      FROM event_dates JOIN quotes ON quotes.id = event_dates.quote_id
      WHERE event_dates.event_id = attributions.event_id AND quotes.source_id = statements.source_id),
      (SELECT value FROM source_metadata WHERE source_id = statements.source_id AND field = 'date_published')
    )
  FROM statements JOIN attributions ON attributions.id = statements.attribution_id
),
put (event_id, earliest) AS (SELECT event_id, min(earliest) FROM event_dates WHERE edtf NOT LIKE '/%' GROUP BY event_id)
SELECT said.statement_id, said.latest AS said, demands.id AS demand_id, put.earliest AS first_put
FROM said
JOIN demands ON demands.id = said.demand_id
JOIN put ON put.event_id = demands.event_id
WHERE said.latest < put.earliest;
