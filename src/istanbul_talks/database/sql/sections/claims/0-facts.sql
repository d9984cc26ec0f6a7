-- At a glance
SELECT 'kind' AS line, iif(asserted_by IS NULL OR denied_by IS NULL, '', 'disputed ') || 'claim' AS item, NULL AS item_id, NULL AS note, NULL AS source_id
FROM claims WHERE id = :id
UNION ALL
SELECT 'About', events.name, events.id, iif(record_dates.date LIKE '% by %', NULL, record_dates.date), NULL
FROM claims
JOIN events ON events.id = claims.event_id
LEFT JOIN record_dates ON record_dates.table_name = 'claims' AND record_dates.row_id = claims.id
WHERE claims.id = :id
UNION ALL
SELECT 'Said', * FROM (
  SELECT date, NULL, 'by ' || group_concat(name, ', '), source_id
  FROM (
    SELECT DISTINCT statement_dates.date, statement_dates.earliest, statement_dates.latest, statement_dates.source_id, actors.name
    FROM statement_dates
    JOIN statements ON statements.id = statement_dates.statement_id
    JOIN attributions ON attributions.id = statements.attribution_id
    JOIN actors ON actors.id = attributions.holder_id
    WHERE statement_dates.claim_id = :id
    ORDER BY actors.name
  )
  GROUP BY date, source_id
  ORDER BY earliest, latest, source_id
)
UNION ALL
SELECT 'Figure', '“' || quotes.exact || '”', NULL, NULL, quotes.source_id
FROM quantities JOIN quotes ON quotes.id = quantities.quote_id
WHERE quantities.claim_id = :id
UNION ALL
SELECT 'Topic', topics.name, topics.id, NULL, NULL
FROM claim_topics JOIN topics ON topics.id = claim_topics.topic_id
WHERE claim_topics.claim_id = :id
