-- Catch a demand, claim, event or disagreement that stands under no topic; one over a name or a post need have none.
SELECT 'demands' AS table_name, id AS row_id FROM demands WHERE id NOT IN (SELECT demand_id FROM demand_topics)
UNION ALL
SELECT 'claims', id FROM claims WHERE id NOT IN (SELECT claim_id FROM claim_topics)
UNION ALL
SELECT 'events', id FROM events WHERE id NOT IN (SELECT event_id FROM event_topics)
UNION ALL
SELECT 'discrepancies', id FROM discrepancies
WHERE kind NOT IN ('name', 'role') AND id NOT IN (SELECT discrepancy_id FROM discrepancy_topics);
