-- Catch printed words that name a weekday on which the date they were resolved to does not fall.
WITH RECURSIVE
weekdays (number, name) AS (
  VALUES ('0', 'Sunday'), ('1', 'Monday'), ('2', 'Tuesday'), ('3', 'Wednesday'), ('4', 'Thursday'), ('5', 'Friday'), ('6', 'Saturday')
),
dated (table_name, row_id, words, earliest, latest) AS (
  SELECT 'event_dates', id, date_text, earliest, latest FROM event_dates
  UNION ALL
  SELECT 'roles', id, date_text, earliest, latest FROM roles
),
weeks AS (SELECT * FROM dated WHERE julianday(latest) - julianday(earliest) < 7),
days (table_name, row_id, words, day, latest) AS (
  SELECT table_name, row_id, words, earliest, latest FROM weeks
  UNION ALL
  SELECT table_name, row_id, words, date(day, '+1 day'), latest FROM days WHERE day < latest
)
SELECT table_name, row_id, words, min(day) AS earliest, latest
FROM days JOIN weekdays ON instr(words, weekdays.name)
GROUP BY table_name, row_id
HAVING NOT max(strftime('%w', day) = weekdays.number);
