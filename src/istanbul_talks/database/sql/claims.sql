-- Who claims what, and who denies it
-- Each claim with all its voices and when they said it, and every place where an article has somebody take a stand on it, in which words, and
-- the id of the quote.
WITH voiced AS (
  SELECT
    statements.claim_id,
    statements.id AS statement_id,
    said.told,
    said.source_id,
    said.start_char,
    statements.rowid AS place
  FROM statements_in_words AS said
  JOIN statements ON statements.id = said.statement_id
  JOIN claims ON claims.id = statements.claim_id
  JOIN attributions ON attributions.id = statements.attribution_id
  WHERE TRUE /* filters */
)
SELECT
  claims.id,
  claims.sentence AS claim,
  claims.proposition,
  claims.kind,
  said_dates.date AS "when",
  (SELECT min(earliest) FROM voiced JOIN statement_dates USING (statement_id) WHERE voiced.claim_id = claims.id) AS earliest,
  (SELECT group_concat(phrase, '; ')
   FROM (SELECT 'about: ' || events.name AS phrase WHERE events.id IS NOT NULL
         UNION ALL
         SELECT * FROM (
           SELECT DISTINCT 'said in: ' || occasion.name
           FROM voiced
           JOIN occasions ON occasions.statement_id = voiced.statement_id
           JOIN events AS occasion ON occasion.id = occasions.event_id
           WHERE voiced.claim_id = claims.id
           ORDER BY occasion.earliest IS NULL, occasion.earliest, occasion.name, occasion.id))) AS event,
  (SELECT json_group_array(json(told))
   FROM (SELECT told FROM voiced WHERE claim_id = claims.id ORDER BY source_id, start_char, place)) AS words /* as one of */
FROM claims
LEFT JOIN events ON events.id = claims.event_id
LEFT JOIN said_dates ON said_dates.table_name = 'claims' AND said_dates.row_id = claims.id
WHERE claims.id IN (SELECT claim_id FROM voiced)
ORDER BY claims.id
