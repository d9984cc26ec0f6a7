-- Every demand, claim, event and disagreement on each topic or on a narrower one.
WITH coded (topic_id, table_name, row_id) AS (
  SELECT topic_id, 'demands', demand_id FROM demand_topics
  UNION ALL SELECT topic_id, 'claims', claim_id FROM claim_topics
  UNION ALL SELECT topic_id, 'events', event_id FROM event_topics
  UNION ALL SELECT topic_id, 'discrepancies', discrepancy_id FROM discrepancy_topics
)
SELECT DISTINCT topic_tree.ancestor_id AS topic_id, coded.table_name, coded.row_id
FROM topic_tree JOIN coded USING (topic_id);
