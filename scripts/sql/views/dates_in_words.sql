-- Every event with its date as people read it: seasons by name, an unknown or open end in words.
SELECT
  id AS event_id,
  CASE
    WHEN edtf GLOB '[0-9][0-9][0-9][0-9]-2[1-4]'
      THEN CASE substr(edtf, 6) WHEN '21' THEN 'spring ' WHEN '22' THEN 'summer ' WHEN '23' THEN 'autumn ' ELSE 'winter ' END
        || substr(edtf, 1, 4)
    WHEN edtf LIKE '/%' THEN 'by ' || substr(edtf, 2)
    WHEN edtf LIKE '%/' THEN 'from ' || rtrim(edtf, '/')
    WHEN edtf LIKE '%/..' THEN 'since ' || rtrim(edtf, '/.')
    WHEN edtf LIKE '{%' THEN replace(trim(edtf, '{}'), ',', ' and ')
    ELSE replace(edtf, '/', ' to ')
  END AS date
FROM events;
