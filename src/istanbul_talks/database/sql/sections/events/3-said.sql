-- What was said there
SELECT statements.sentence AS item, coalesce(occasions.claim_id, occasions.demand_id) AS item_id, NULL AS note, statements.source_id, statements.quote_id
FROM occasions JOIN statements ON statements.id = occasions.statement_id
WHERE occasions.event_id = :id
UNION
SELECT demands.sentence, demands.id, NULL, statements.source_id, statements.quote_id
FROM demands JOIN statements ON statements.demand_id = demands.id AND statements.stance IN ('makes', 'reports')
WHERE demands.event_id = :id AND demands.id NOT IN (SELECT demand_id FROM occasions WHERE event_id = :id AND demand_id IS NOT NULL)
ORDER BY item, statements.source_id, item_id, statements.quote_id
