-- Each statement with every link of its attribution chain, the author's included.
-- (The correlated subquery lets SQLite look up one statement's links before it reads any others.)
SELECT statements.id AS statement_id, attributions.id AS attribution_id
FROM statements
JOIN attributions ON attributions.id IN (
  WITH RECURSIVE outward (id) AS (
    SELECT statements.attribution_id
    UNION
    SELECT outer_links.parent_id
    FROM attributions AS outer_links JOIN outward ON outer_links.id = outward.id
    WHERE outer_links.parent_id IS NOT NULL
  )
  SELECT id FROM outward
);
