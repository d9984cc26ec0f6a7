-- Each event with the date that each article gives it itself, also in words: of several datings in an article the narrowest, then
-- the first printed; of an event that happened at several times, the set of them if the article gives them all. An article that
-- tells of the event without a date has no row.
WITH narrowest AS (
  SELECT event_dates.*, quotes.source_id
  FROM event_dates
  JOIN quotes ON quotes.id = event_dates.quote_id
  WHERE event_dates.id = (
    SELECT others.id
    FROM event_dates AS others JOIN quotes AS printed ON printed.id = others.quote_id
    WHERE others.event_id = event_dates.event_id AND printed.source_id = quotes.source_id
    ORDER BY coalesce(julianday(others.latest) - julianday(others.earliest), 1e9), printed.start_char
    LIMIT 1
  )
)
SELECT
  narrowest.event_id,
  narrowest.source_id,
  iif(several.id IS NULL, narrowest.edtf, several.edtf) AS edtf,
  iif(several.id IS NULL, narrowest.earliest, several.earliest) AS earliest,
  iif(several.id IS NULL, narrowest.latest, several.latest) AS latest,
  iif(several.id IS NULL, narrowest.date_text, several.date_text) AS date_text,
  (
    SELECT date FROM dates_in_words
    WHERE dates_in_words.event_id = narrowest.event_id AND dates_in_words.event_date_id IS iif(several.id IS NULL, narrowest.id, NULL)
  ) AS date,
  narrowest.quote_id
FROM narrowest
LEFT JOIN events AS several ON several.id = narrowest.event_id AND several.edtf LIKE '{%' AND NOT EXISTS (
  SELECT 1
  FROM event_periods
  WHERE event_periods.event_id = several.id AND NOT EXISTS (
    SELECT 1
    FROM event_dates AS each_one JOIN quotes ON quotes.id = each_one.quote_id
    WHERE each_one.event_id = several.id AND each_one.edtf = event_periods.edtf AND quotes.source_id = narrowest.source_id
  )
);
