-- The articles
-- Each article with what it says about itself; an empty cell was looked for and not found in the text.
SELECT
  sources.id,
  sources.label AS article,
  (SELECT value FROM source_metadata WHERE source_id = sources.id AND field = 'publisher') AS publisher,
  (SELECT date FROM dates_in_words WHERE source_metadata_id = sources.id || '_date_published') AS published,
  sources.extent,
  sources.length AS characters,
  (SELECT count(*) FROM sentences WHERE source_id = sources.id) AS sentences,
  (SELECT count(*) FROM statements WHERE source_id = sources.id) AS statements,
  (SELECT count(*) FROM quotes WHERE source_id = sources.id) AS quotes
FROM sources
WHERE TRUE /* filters */
ORDER BY sources.id
