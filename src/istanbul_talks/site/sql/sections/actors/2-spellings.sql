-- Printed as
-- Every form of the name, how often each article has it, and where it stands first.
SELECT
  names.form AS words,
  min(quotes.id) AS quote_id,
  names.kind,
  sources.label AS article,
  sources.id AS article_id,
  count(*) AS times
FROM names
JOIN mentions ON mentions.name_id = names.id
JOIN quotes ON quotes.id = mentions.quote_id
JOIN sources ON sources.id = quotes.source_id
WHERE names.actor_id = :id
GROUP BY names.form, names.kind, sources.id
ORDER BY names.form, sources.id
