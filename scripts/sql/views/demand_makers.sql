-- Each demand with all who make it: its demander, and whoever makes or reiterates it in any article, except in words that an outer
-- voice rejects.
SELECT id AS demand_id, demander_id AS actor_id, TRUE AS is_demander FROM demands
UNION
SELECT statements.demand_id, attributions.holder_id, FALSE
FROM statements
JOIN attributions ON attributions.id = statements.attribution_id
JOIN demands ON demands.id = statements.demand_id
WHERE statements.stance IN ('makes', 'reiterates') AND attributions.holder_id <> demands.demander_id
  AND NOT EXISTS (
    SELECT 1
    FROM chain_links JOIN attributions AS links ON links.id = chain_links.attribution_id
    WHERE chain_links.statement_id = statements.id AND links.distance = 'rejecting'
  );
