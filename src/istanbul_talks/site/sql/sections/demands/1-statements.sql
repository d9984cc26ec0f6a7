-- Its statements over time
-- Who put it forward or answered it, those said on a known day first.
SELECT
  attributions.said_edtf AS said,
  holder.name AS speaker,
  holder.id AS speaker_id,
  replace(statements.stance, '_', ' ') AS stance,
  quotes.exact AS words,
  quotes.id AS quote_id,
  sources.label AS article,
  sources.id AS article_id
FROM statements
JOIN attributions ON attributions.id = statements.attribution_id
JOIN actors AS holder ON holder.id = attributions.holder_id
JOIN quotes ON quotes.id = statements.quote_id
JOIN sources ON sources.id = quotes.source_id
WHERE statements.demand_id = :id
ORDER BY coalesce(said_earliest, said_latest) IS NULL, coalesce(said_earliest, said_latest), sources.id, quotes.start_char
