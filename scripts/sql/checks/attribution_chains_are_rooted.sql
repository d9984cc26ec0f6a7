-- Catch an attribution that hangs on another article's, runs in a circle, or does not end at the article's author.
SELECT attributions.id, 'not reached from the author of its article' AS fault
FROM attributions
WHERE id NOT IN (
  SELECT attribution_id FROM attribution_chains WHERE attribution_chains.source_id = attributions.source_id
)
UNION ALL
SELECT child.id, 'hangs on an attribution of another article'
FROM attributions AS child JOIN attributions AS parent ON parent.id = child.parent_id
WHERE child.source_id <> parent.source_id
UNION ALL
SELECT attributions.id, 'a root that is not the author'
FROM attributions JOIN sources ON sources.id = attributions.source_id
WHERE attributions.parent_id IS NULL AND attributions.holder_id <> sources.author_id
UNION ALL
SELECT min(id), 'one of several roots in an article'
FROM attributions WHERE parent_id IS NULL GROUP BY source_id HAVING count(*) > 1;
