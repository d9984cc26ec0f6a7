-- How often each speaker is heard in each article, and how often with quotation marks: groups over a join.
SELECT
  statements.dataset,
  attributions.holder_id,
  statements.source_id,
  count(*) AS statements,
  sum(CASE WHEN statements.mode IN ('direct', 'mixed') THEN 1 ELSE 0 END) AS with_quotation_marks
FROM statements
JOIN attributions ON attributions.dataset = statements.dataset AND attributions.id = statements.attribution_id
GROUP BY statements.dataset, attributions.holder_id, statements.source_id
