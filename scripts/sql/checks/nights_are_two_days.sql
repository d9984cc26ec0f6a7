-- Catch a night that is not dated by the two days over which it runs.
SELECT id, date_text, edtf FROM event_dates
WHERE (date_text LIKE '%night of%' OR date_text LIKE '%overnight%')
  AND julianday(latest) - julianday(earliest) <> 1;
