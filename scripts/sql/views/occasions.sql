-- Each statement with every event in which a link of its chain was said, and the date that the statement's article gives it;
-- a statement without an occasion has no row.
SELECT
  statements.id AS statement_id,
  statements.demand_id,
  statements.claim_id,
  attributions.id AS attribution_id,
  attributions.event_id,
  article_datings.edtf AS said,
  article_datings.earliest AS said_earliest,
  article_datings.latest AS said_latest
FROM chain_links
JOIN statements ON statements.id = chain_links.statement_id
JOIN attributions ON attributions.id = chain_links.attribution_id
LEFT JOIN article_datings
  ON article_datings.event_id = attributions.event_id AND article_datings.source_id = statements.source_id
WHERE attributions.event_id IS NOT NULL;
