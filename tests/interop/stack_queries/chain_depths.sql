-- How deep each attribution lies below the author of its article: a recursive query.
WITH RECURSIVE chains (dataset, attribution_id, depth) AS (
  SELECT dataset, id, 0 FROM attributions WHERE parent_id IS NULL
  UNION ALL
  SELECT attributions.dataset, attributions.id, chains.depth + 1
  FROM attributions
  JOIN chains ON chains.dataset = attributions.dataset AND chains.attribution_id = attributions.parent_id
)
SELECT dataset, attribution_id, depth FROM chains
