-- Catch a date that disagrees with the year, month or day in the printed words it was resolved from.
WITH
dated (table_name, row_id, words, earliest, latest) AS (
  SELECT 'event_dates', id, ' ' || date_text || ' ', earliest, latest FROM event_dates
  UNION ALL
  SELECT 'roles', id, ' ' || date_text || ' ', earliest, latest FROM roles
),
months (month, name) AS (
  VALUES (1, 'January'), (2, 'February'), (3, 'March'), (4, 'April'), (5, 'May'), (6, 'June'), (7, 'July'), (8, 'August'),
    (9, 'September'), (10, 'October'), (11, 'November'), (12, 'December')
),
faults (table_name, row_id, fault) AS (
  SELECT table_name, row_id, 'the year'
  FROM dated
  WHERE words GLOB '*[^0-9][12][0-9][0-9][0-9]*'
    AND NOT max(instr(words, ifnull(substr(earliest, 1, 4), '-')), instr(words, ifnull(substr(latest, 1, 4), '-')))
  UNION ALL
  SELECT table_name, row_id, 'the month'
  FROM dated JOIN months ON words GLOB '*[^A-Za-z]' || name || '[^A-Za-z]*'
  GROUP BY table_name, row_id
  HAVING NOT max(month IN (CAST(strftime('%m', earliest) AS INTEGER), CAST(strftime('%m', latest) AS INTEGER)))
  UNION ALL
  SELECT table_name, row_id, 'the day'
  FROM dated
  WHERE julianday(latest) - julianday(earliest) < 7 AND words GLOB '*[0-9]*'
    AND NOT words GLOB '*[^0-9]' || CAST(strftime('%d', iif(words LIKE '%night of%', earliest, latest)) AS INTEGER) || '[^0-9]*'
)
SELECT table_name, row_id, fault, trim(words) AS words, earliest, latest FROM faults JOIN dated USING (table_name, row_id);
