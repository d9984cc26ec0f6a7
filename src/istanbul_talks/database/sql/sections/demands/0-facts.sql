-- At a glance
SELECT 'kind' AS line, kind AS item, NULL AS item_id, NULL AS note, NULL AS source_id FROM demands WHERE id = :id
UNION ALL
SELECT 'First put in', events.name, events.id, iif(record_dates.date LIKE '% by %', NULL, record_dates.date), NULL
FROM demands
JOIN events ON events.id = demands.event_id
LEFT JOIN record_dates ON record_dates.table_name = 'demands' AND record_dates.row_id = demands.id
WHERE demands.id = :id
UNION ALL
SELECT 'For', actors.name, actors.id, NULL, NULL
FROM demands JOIN actors ON actors.id = demands.beneficiary_id
WHERE demands.id = :id
UNION ALL
SELECT 'Said', * FROM (
  SELECT date, NULL, 'by ' || group_concat(name, ', '), source_id
  FROM (
    SELECT DISTINCT statement_dates.date, statement_dates.earliest, statement_dates.latest, statement_dates.source_id, actors.name
    FROM statement_dates
    JOIN statements ON statements.id = statement_dates.statement_id
    JOIN attributions ON attributions.id = statements.attribution_id
    JOIN actors ON actors.id = attributions.holder_id
    WHERE statement_dates.demand_id = :id
    ORDER BY actors.name
  )
  GROUP BY date, source_id
  ORDER BY earliest, latest, source_id
)
UNION ALL
SELECT 'Figure', '“' || quotes.exact || '”', NULL, NULL, quotes.source_id
FROM quantities JOIN quotes ON quotes.id = quantities.quote_id
WHERE quantities.demand_id = :id
UNION ALL
SELECT 'Topic', topics.name, topics.id, NULL, NULL
FROM demand_topics JOIN topics ON topics.id = demand_topics.topic_id
WHERE demand_topics.demand_id = :id
