-- Articles: what each says of itself, and what it does not say.
SELECT
  'sources',
  sources.id,
  sources.label,
  sources.label || char(10)
    || 'Speaking where nobody is quoted: ' || actors.name || char(10)
    || 'Extent: ' || sources.extent || '. ' || sources.extent_note || char(10)
    || coalesce((
      SELECT group_concat(line, char(10))
      FROM (
        SELECT
          replace(field, '_', ' ') || ': ' || coalesce(value, 'not stated') || ' (' || replace(basis, '_', ' ')
            || coalesce('; ' || rationale, '') || ')' AS line
        FROM source_metadata WHERE source_id = sources.id ORDER BY id
      )
    ), '')
FROM sources JOIN actors ON actors.id = sources.author_id
ORDER BY sources.id;
