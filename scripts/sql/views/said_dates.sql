-- Each demand and claim with when it was said, by the article that tells of it: one date where all its statements have that one,
-- else the speakers with the dates that there are.
WITH said AS (
  SELECT DISTINCT
    iif(statements.claim_id IS NULL, 'demands', 'claims') AS table_name,
    coalesce(statements.claim_id, statements.demand_id) AS row_id,
    statements.source_id,
    sources.label,
    actors.name AS speaker,
    statement_dates.date,
    statement_dates.earliest,
    statement_dates.latest
  FROM statements
  JOIN attributions ON attributions.id = statements.attribution_id
  JOIN actors ON actors.id = attributions.holder_id
  JOIN sources ON sources.id = statements.source_id
  LEFT JOIN statement_dates ON statement_dates.statement_id = statements.id
  ORDER BY statement_dates.earliest, statement_dates.latest, statements.source_id, actors.name
)
SELECT
  table_name,
  row_id,
  CASE
    WHEN count(*) = count(date) AND min(date) = max(date) THEN min(date)
    WHEN min(source_id) = max(source_id) THEN group_concat(speaker || ': ' || date, '; ')
    ELSE group_concat(speaker || ' in ' || label || ': ' || date, '; ')
  END AS date
FROM said
GROUP BY table_name, row_id
HAVING count(date) > 0;
