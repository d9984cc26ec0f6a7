-- Which words report speech
-- Each reporting word with how often each article uses it, and for whom.
SELECT
  lower(quotes.exact) AS cue,
  quotes.source_id AS source,
  count(*) AS times,
  group_concat(DISTINCT holder.name) AS speakers,
  min(quotes.id) AS quote
FROM attributions
JOIN actors AS holder ON holder.id = attributions.holder_id
JOIN quotes ON quotes.id = attributions.cue_quote_id
WHERE TRUE /* filters */
GROUP BY lower(quotes.exact), quotes.source_id
ORDER BY times DESC, cue, source
