-- At a glance
SELECT 'kind' AS line, 'statement' AS item, NULL AS item_id, NULL AS note, NULL AS source_id
UNION ALL
SELECT 'All its voices', record_texts.label, record_texts.row_id, NULL, NULL
FROM statements
JOIN record_texts
  ON record_texts.row_id = coalesce(statements.claim_id, statements.demand_id)
  AND record_texts.table_name = iif(statements.claim_id IS NULL, 'demands', 'claims')
WHERE statements.id = :id
UNION ALL
SELECT 'Through', attribution_chains.chain, attribution_chains.holder_id, NULL, statements.source_id
FROM statements JOIN attribution_chains ON attribution_chains.attribution_id = statements.attribution_id
WHERE statements.id = :id
UNION ALL
SELECT 'To', actors.name, actors.id, NULL, NULL
FROM statements
JOIN attributions ON attributions.id = statements.attribution_id
JOIN actors ON actors.id = attributions.addressee_id
WHERE statements.id = :id
UNION ALL
SELECT 'Said', date, NULL, NULL, NULL FROM statement_dates WHERE statement_id = :id
UNION ALL
SELECT DISTINCT 'On this occasion', events.name, events.id, NULL, NULL
FROM occasions JOIN events ON events.id = occasions.event_id
WHERE occasions.statement_id = :id
UNION ALL
SELECT 'On the ground of', ground, NULL, NULL, NULL FROM grounds_in_words WHERE statement_id = :id
UNION ALL
SELECT * FROM (
  SELECT 'How it is told', contract_values.meaning, NULL, NULL, NULL
  FROM statements
  JOIN contract_values
    ON contract_values.table_name = 'statements'
    AND (contract_values.field_name, contract_values.value) IN (VALUES ('mode', statements.mode), ('certainty', nullif(statements.certainty, 'unspecified')))
  WHERE statements.id = :id
  ORDER BY contract_values.rowid
)
UNION ALL
SELECT 'Note', note, NULL, NULL, NULL FROM statements WHERE id = :id AND note IS NOT NULL
