-- What the articles do not say about themselves
-- Bibliographic values that are not printed: inferred or missing, and why.
SELECT
  source_metadata.source_id AS id,
  replace(source_metadata.field, '_', ' ') AS field,
  source_metadata.value,
  source_metadata.basis,
  source_metadata.rationale
FROM source_metadata
WHERE source_metadata.basis <> 'stated' /* filters */
ORDER BY source_metadata.source_id, source_metadata.field
