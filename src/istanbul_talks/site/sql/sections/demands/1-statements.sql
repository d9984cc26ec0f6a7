-- Its statements over time
-- Who put it forward or answered it, those said on a known day first.
SELECT
  article_datings.edtf AS said,
  holder.name AS speaker,
  holder.id AS speaker_id,
  replace(statements.stance, '_', ' ') AS stance,
  quotes.exact AS words,
  quotes.id AS quote_id,
  sources.label AS article,
  sources.id AS article_id
FROM statements
JOIN attributions ON attributions.id = statements.attribution_id
LEFT JOIN article_datings
  ON article_datings.event_id = attributions.event_id AND article_datings.source_id = attributions.source_id
JOIN actors AS holder ON holder.id = attributions.holder_id
JOIN quotes ON quotes.id = statements.quote_id
JOIN sources ON sources.id = quotes.source_id
WHERE statements.demand_id = :id
ORDER BY coalesce(earliest, latest) IS NULL, coalesce(earliest, latest), sources.id, quotes.start_char
