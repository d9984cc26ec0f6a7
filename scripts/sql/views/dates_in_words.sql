-- Every event with its date as people read it: seasons by name, an unknown beginning or end in words.
SELECT
  id AS event_id,
  CASE
    WHEN edtf GLOB '[0-9][0-9][0-9][0-9]-2[1-4]'
      THEN CASE substr(edtf, 6) WHEN '21' THEN 'spring ' WHEN '22' THEN 'summer ' WHEN '23' THEN 'autumn ' ELSE 'winter ' END
        || substr(edtf, 1, 4)
    WHEN edtf LIKE '../%' THEN 'by ' || substr(edtf, 4)
    WHEN edtf LIKE '%/..' THEN 'from ' || substr(edtf, 1, length(edtf) - 3)
    ELSE replace(edtf, '/', ' to ')
  END AS date
FROM events;
