-- Each date in EDTF that an event or a dating has, in words.
SELECT coalesce(event_dates.edtf, events.edtf), min(dates_in_words.date)
FROM dates_in_words
JOIN events ON events.id = dates_in_words.event_id
LEFT JOIN event_dates ON event_dates.id = dates_in_words.event_date_id
WHERE coalesce(event_dates.edtf, events.edtf) IS NOT NULL
GROUP BY 1
