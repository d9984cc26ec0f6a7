-- The statements of an article on records of some tables, each with the words that make it
-- :tables is a JSON array. The author's own come before those of others in the same words.
SELECT
  quotes.start_char,
  quotes.end_char,
  iif(statements.demand_id IS NULL, 'claims', 'demands') AS table_name,
  coalesce(statements.demand_id, statements.claim_id) AS row_id,
  statements.voice,
  statements.sentence,
  statements.stance IN ('denies', 'denies_making') AS is_denial
FROM statements
JOIN attributions ON attributions.id = statements.attribution_id
JOIN quotes ON quotes.id = statements.quote_id
WHERE statements.source_id = :source AND table_name IN (SELECT value FROM json_each(:tables))
ORDER BY attributions.parent_id IS NOT NULL, statements.rowid
