-- Which disagreements the texts leave open
-- Each side of each disagreement that is unresolved.
SELECT
  disagreements.discrepancy_id AS id,
  disagreements.label AS disagreement,
  disagreements.kind,
  disagreements.source_id AS source,
  disagreements.holder,
  disagreements.says,
  disagreements.words
FROM disagreements
WHERE disagreements.status = 'unresolved' /* filters */
ORDER BY disagreements.discrepancy_id, disagreements.side
