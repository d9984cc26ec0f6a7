-- Dates, as printed in each article
SELECT
  event_dates.date_text AS words,
  event_dates.quote_id,
  event_dates.edtf AS means,
  event_dates.basis,
  event_dates.anchor AS "resolved against",
  sources.label AS article,
  sources.id AS article_id
FROM event_dates
JOIN quotes ON quotes.id = event_dates.quote_id
JOIN sources ON sources.id = quotes.source_id
WHERE event_dates.event_id = :id
ORDER BY sources.id, quotes.start_char
