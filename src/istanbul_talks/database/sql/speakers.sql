-- Who gets to speak in which article
-- How often each article passes on each speaker, and how often in the speaker's own words.
SELECT
  holder.id,
  holder.name AS speaker,
  statements.source_id AS source,
  count(*) AS statements,
  sum(statements.mode IN ('direct', 'mixed')) AS "with quotation marks"
FROM statements
JOIN attributions ON attributions.id = statements.attribution_id
JOIN actors AS holder ON holder.id = attributions.holder_id
WHERE TRUE /* filters */
GROUP BY holder.id, statements.source_id
ORDER BY statements DESC, speaker, source
