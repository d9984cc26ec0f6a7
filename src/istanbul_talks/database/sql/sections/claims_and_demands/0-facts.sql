-- At a glance
SELECT 'kind' AS line, iif(asserted_by IS NULL OR denied_by IS NULL, '', 'disputed ') || 'claim' AS item, NULL AS item_id, NULL AS note, NULL AS source_id
FROM claims WHERE id = :id
UNION ALL
SELECT 'kind', kind, NULL, NULL, NULL FROM demands WHERE id = :id
UNION ALL
SELECT told.line, events.name, events.id, iif(record_dates.date LIKE '% by %', NULL, record_dates.date), NULL
FROM (
  SELECT 'About' AS line, 'claims' AS table_name, id, event_id FROM claims
  UNION ALL
  SELECT 'First put in', 'demands', id, event_id FROM demands
) AS told
JOIN events ON events.id = told.event_id
LEFT JOIN record_dates ON record_dates.table_name = told.table_name AND record_dates.row_id = told.id
WHERE told.id = :id
UNION ALL
SELECT 'Would fall to', actors.name, actors.id, 'no article names whom it asks', NULL
FROM demands JOIN actors ON actors.id = demands.addressee_id
WHERE demands.id = :id AND instr(demands.sentence, ' → ' || actors.name) = 0
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
    WHERE :id IN (statement_dates.claim_id, statement_dates.demand_id)
    ORDER BY actors.name
  )
  GROUP BY date, source_id
  ORDER BY earliest, latest, source_id
)
UNION ALL
SELECT 'Figure', * FROM (
  SELECT '“' || quotes.exact || '”', NULL, NULL, quotes.source_id
  FROM quantities JOIN quotes ON quotes.id = quantities.quote_id
  WHERE :id IN (quantities.claim_id, quantities.demand_id)
  ORDER BY quantities.id
)
UNION ALL
SELECT 'Topic', * FROM (
  SELECT topics.name, topics.id, NULL, NULL
  FROM (SELECT * FROM claim_topics UNION ALL SELECT * FROM demand_topics) AS topic_of
  JOIN topics ON topics.id = topic_of.topic_id
  WHERE topic_of.claim_id = :id
  ORDER BY topics.id
)
