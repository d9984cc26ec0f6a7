-- What it says about itself
SELECT replace(field, '_', ' ') AS field, value, replace(basis, '_', ' ') AS basis, quotes.exact AS words, quotes.id AS quote_id, rationale
FROM source_metadata
LEFT JOIN quotes ON quotes.id = source_metadata.quote_id
WHERE source_metadata.source_id = :id
ORDER BY source_metadata.rowid
