-- Every event with its date as people read it, and (event_date_id) with each dating by an article: what lasts goes on during a
-- time or from one to another, what happens falls in a time or between two; seasons by name, an unknown or open end in words.
WITH dated (event_id, event_date_id, edtf, lasts) AS (
  SELECT id, NULL, edtf, duration = 'lasts' FROM events
  UNION ALL
  SELECT event_dates.event_id, event_dates.id, event_dates.edtf, events.duration = 'lasts'
  FROM event_dates JOIN events ON events.id = event_dates.event_id
)
SELECT
  event_id,
  event_date_id,
  CASE
    WHEN edtf GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' THEN edtf
    WHEN edtf LIKE '/%' THEN 'by ' || substr(edtf, 2)
    WHEN edtf LIKE '%/..' THEN 'since ' || rtrim(edtf, '/.')
    WHEN edtf LIKE '%/' THEN iif(lasts, 'from ', 'not before ') || rtrim(edtf, '/')
    WHEN edtf LIKE '{%' THEN iif(lasts, 'during ', 'in ') || replace(trim(edtf, '{}'), ',', ' and ')
    WHEN edtf LIKE '%/%' THEN iif(lasts, 'from ', 'between ') || replace(edtf, '/', iif(lasts, ' to ', ' and '))
    ELSE iif(lasts, 'during ', 'in ') || CASE
      WHEN NOT edtf GLOB '[0-9][0-9][0-9][0-9]-2[1-4]' THEN edtf
      WHEN edtf LIKE '%21' THEN 'spring ' || substr(edtf, 1, 4)
      WHEN edtf LIKE '%22' THEN 'summer ' || substr(edtf, 1, 4)
      WHEN edtf LIKE '%23' THEN 'autumn ' || substr(edtf, 1, 4)
      ELSE 'winter ' || substr(edtf, 1, 4)
    END
  END AS date
FROM dated;
