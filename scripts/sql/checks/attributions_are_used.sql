-- Catch an attribution, other than an article's author, through which nothing is said.
SELECT id FROM attributions
WHERE parent_id IS NOT NULL
  AND id NOT IN (SELECT attribution_id FROM statements)
  AND id NOT IN (SELECT parent_id FROM attributions WHERE parent_id IS NOT NULL);
