-- Where an article keeps its distance
-- Reporting words by which whoever passes something on distances himself, rejects or endorses it.
SELECT
  attributions.id,
  attributions.distance,
  holder.name AS "speaker passed on",
  quotes.exact AS words,
  quotes.source_id,
  quotes.start_char,
  quotes.end_char
FROM attributions
JOIN actors AS holder ON holder.id = attributions.holder_id
JOIN quotes ON quotes.id = attributions.cue_quote_id
WHERE attributions.distance <> 'neutral' /* filters */
ORDER BY attributions.distance, quotes.source_id, quotes.start_char, quotes.id, attributions.id
