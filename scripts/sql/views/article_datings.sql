-- Each event with the date that each article gives it itself: of several datings in an article the narrowest, then the first
-- printed. An article that tells of the event without a date has no row.
SELECT
  event_dates.event_id,
  quotes.source_id,
  event_dates.edtf,
  event_dates.earliest,
  event_dates.latest,
  event_dates.date_text,
  event_dates.quote_id
FROM event_dates
JOIN quotes ON quotes.id = event_dates.quote_id
WHERE event_dates.id = (
  SELECT others.id
  FROM event_dates AS others JOIN quotes AS printed ON printed.id = others.quote_id
  WHERE others.event_id = event_dates.event_id AND printed.source_id = quotes.source_id
  ORDER BY coalesce(julianday(others.latest) - julianday(others.earliest), 1e9), printed.start_char
  LIMIT 1
);
