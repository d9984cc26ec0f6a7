-- Every event with its date as people read it: what lasts goes on during a time or from one to another, what happens falls in a
-- time or between two; seasons by name, an unknown or open end in words.
WITH named (event_id, edtf, lasts, name) AS (
  SELECT
    id,
    edtf,
    duration = 'lasts',
    CASE
      WHEN edtf GLOB '[0-9][0-9][0-9][0-9]-2[1-4]'
        THEN CASE substr(edtf, 6) WHEN '21' THEN 'spring ' WHEN '22' THEN 'summer ' WHEN '23' THEN 'autumn ' ELSE 'winter ' END
          || substr(edtf, 1, 4)
      ELSE edtf
    END
  FROM events
)
SELECT
  event_id,
  CASE
    WHEN edtf GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' THEN edtf
    WHEN edtf LIKE '/%' THEN 'by ' || substr(edtf, 2)
    WHEN edtf LIKE '%/..' THEN 'since ' || rtrim(edtf, '/.')
    WHEN edtf LIKE '%/' THEN iif(lasts, 'from ', 'not before ') || rtrim(edtf, '/')
    WHEN edtf LIKE '{%' THEN iif(lasts, 'during ', 'in ') || replace(trim(edtf, '{}'), ',', ' and ')
    WHEN edtf LIKE '%/%' THEN iif(lasts, 'from ', 'between ') || replace(edtf, '/', iif(lasts, ' to ', ' and '))
    ELSE iif(lasts, 'during ', 'in ') || name
  END AS date
FROM named;
