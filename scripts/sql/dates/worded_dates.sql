-- Dates as people read them. What lasts goes on during a time or from one to another, what happens falls in a time or between two;
-- days, months and seasons by name, an unknown or open end in words; a night by its two days.
WITH names (number, name) AS (
  VALUES
    ('01', 'January '), ('02', 'February '), ('03', 'March '), ('04', 'April '), ('05', 'May '), ('06', 'June '), ('07', 'July '),
    ('08', 'August '), ('09', 'September '), ('10', 'October '), ('11', 'November '), ('12', 'December '),
    ('21', 'spring '), ('22', 'summer '), ('23', 'autumn '), ('24', 'winter ')
),
dated (event_id, event_date_id, source_metadata_id, edtf, lasts, printed) AS (
  SELECT id, NULL, NULL, edtf, duration = 'lasts', date_text FROM events
  UNION ALL
  SELECT event_dates.event_id, event_dates.id, NULL, event_dates.edtf, events.duration = 'lasts', event_dates.date_text
  FROM event_dates JOIN events ON events.id = event_dates.event_id
  UNION ALL
  SELECT NULL, NULL, id, value, FALSE, '' FROM source_metadata WHERE field IN ('date_published', 'original_date') AND value IS NOT NULL
),
ends AS (
  SELECT
    *,
    iif(edtf GLOB '*[/,]*', substr(trim(edtf, '{'), 1, instr(replace(trim(edtf, '{'), ',', '/'), '/') - 1), edtf) AS first,
    iif(edtf GLOB '*[/,]*', substr(trim(edtf, '}'), instr(replace(edtf, ',', '/'), '/') + 1), NULL) AS last
  FROM dated
),
parts AS (
  SELECT
    *,
    EXISTS (SELECT 1 FROM language_forms WHERE kind = 'nights' AND instr(lower(printed), form)) AS is_night,
    iif(first LIKE '%~%', 'about ', '') || iif(first LIKE '%?%', 'perhaps ', '') AS first_doubt,
    ltrim(substr(first_point, 9, 2) || ' ', '0 ') || coalesce((SELECT name FROM names WHERE number = substr(first_point, 6, 2)), '') AS first_day,
    iif(first LIKE '%X%', 'the ', '') || replace(substr(first, 1, 4), 'X', '0s') AS first_year,
    iif(last LIKE '%~%', 'about ', '') || iif(last LIKE '%?%', 'perhaps ', '')
      || ltrim(substr(last_point, 9, 2) || ' ', '0 ') || coalesce((SELECT name FROM names WHERE number = substr(last_point, 6, 2)), '')
      || iif(last LIKE '%X%', 'the ', '') || replace(substr(last, 1, 4), 'X', '0s') AS last_words
  FROM (SELECT *, rtrim(first, '~?') AS first_point, rtrim(last, '~?') AS last_point FROM ends)
)
SELECT
  event_id,
  event_date_id,
  source_metadata_id,
  CASE
    WHEN last IS NULL THEN iif(length(first_point) = 10, '', iif(lasts, 'during ', 'in ')) || first_doubt || first_day || first_year
    WHEN first = '' THEN 'by ' || last_words
    WHEN last = '..' THEN 'since ' || first_doubt || first_day || first_year
    WHEN last = '' THEN iif(lasts, 'from ', 'not before ') || first_doubt || first_day || first_year
    WHEN edtf LIKE '{%' THEN iif(lasts, 'during ', 'in ')
    WHEN is_night THEN 'night of '
    WHEN lasts THEN 'from '
    ELSE 'between '
  END || CASE
    WHEN first = '' OR last IS NULL OR last IN ('', '..') THEN ''
    WHEN length(first) = 10 AND length(last) = 10 AND substr(first, 1, 7) = substr(last, 1, 7) THEN ltrim(substr(first, 9), '0')
    ELSE trim(first_doubt || first_day || iif(substr(first, 1, 4) = substr(last, 1, 4) AND first_day <> '', '', first_year))
  END || CASE
    WHEN first = '' OR last IS NULL OR last IN ('', '..') THEN ''
    ELSE iif(is_night OR lasts AND edtf LIKE '%/%', ' to ', ' and ') || last_words
  END AS date
FROM parts;
