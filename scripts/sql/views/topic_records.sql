-- Every demand, claim, event and disagreement on each topic or on a narrower one.
-- (Each part joins the tree itself, so that SQLite reads no more of its links than are asked for.)
SELECT ancestor_id AS topic_id, 'demands' AS table_name, demand_id AS row_id FROM topic_tree JOIN demand_topics USING (topic_id)
UNION
SELECT ancestor_id, 'claims', claim_id FROM topic_tree JOIN claim_topics USING (topic_id)
UNION
SELECT ancestor_id, 'events', event_id FROM topic_tree JOIN event_topics USING (topic_id)
UNION
SELECT ancestor_id, 'discrepancies', discrepancy_id FROM topic_tree JOIN discrepancy_topics USING (topic_id);
