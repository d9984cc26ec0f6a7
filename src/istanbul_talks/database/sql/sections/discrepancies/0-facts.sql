-- At a glance
SELECT 'kind' AS line, 'disagreement' AS item, NULL AS item_id, NULL AS note, NULL AS source_id
UNION ALL
SELECT 'lead', rationale, NULL, NULL, NULL FROM discrepancies WHERE id = :id
UNION ALL
SELECT * FROM (
  SELECT iif(contract_values.field_name = 'kind', 'Over', 'How it stands'), contract_values.meaning, NULL, NULL, NULL
  FROM discrepancies
  JOIN contract_values
    ON contract_values.table_name = 'discrepancies'
    AND (contract_values.field_name, contract_values.value) IN (VALUES ('kind', discrepancies.kind), ('scope', discrepancies.scope), ('status', discrepancies.status))
  WHERE discrepancies.id = :id
  ORDER BY contract_values.rowid
)
UNION ALL
SELECT 'Topic', * FROM (
  SELECT topics.name, topics.id, NULL, NULL
  FROM discrepancy_topics JOIN topics ON topics.id = discrepancy_topics.topic_id
  WHERE discrepancy_topics.discrepancy_id = :id
  ORDER BY topics.id
)
