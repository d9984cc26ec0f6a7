-- At a glance
SELECT 'kind' AS line, iif(extent = 'complete', 'article', 'article, ' || extent) AS item, NULL AS item_id, NULL AS note, NULL AS source_id
FROM sources WHERE id = :id
UNION ALL
SELECT 'Author', actors.name, actors.id, NULL, NULL
FROM sources JOIN actors ON actors.id = sources.author_id
WHERE sources.id = :id AND actors.kind <> 'unnamed'
UNION ALL
SELECT
  CASE field
    WHEN 'date_published' THEN 'Published'
    WHEN 'url' THEN 'Address'
    ELSE upper(substr(field, 1, 1)) || replace(substr(field, 2), '_', ' ')
  END,
  coalesce(dates_in_words.date, value), NULL, iif(basis = 'stated', NULL, basis), NULL
FROM source_metadata
JOIN sources ON sources.id = source_metadata.source_id
LEFT JOIN dates_in_words ON dates_in_words.source_metadata_id = source_metadata.id
WHERE source_metadata.source_id = :id AND value IS NOT NULL AND value <> sources.label AND field <> 'author'
  AND field NOT LIKE 'original%'
UNION ALL
SELECT 'Extent', extent_note, NULL, NULL, NULL FROM sources WHERE id = :id AND extent <> 'complete'
UNION ALL
SELECT 'Not stated', replace(replace(field, 'date_published', 'date'), 'url', 'address'), NULL, NULL, NULL
FROM source_metadata
WHERE source_id = :id AND value IS NULL AND basis = 'not_stated'
UNION ALL
SELECT 'Its original, as seen outside the article', seen, NULL, rationale, NULL
FROM (
  SELECT coalesce(dates_in_words.date, value) AS seen, rationale
  FROM source_metadata
  LEFT JOIN dates_in_words ON dates_in_words.source_metadata_id = source_metadata.id
  WHERE source_metadata.source_id = :id AND field LIKE 'original%'
  ORDER BY instr('title publisher date url', substr(field, 10)), field
)
