-- Which other forms of a word occur
-- Words that the dataset's languages give as forms of :word, and those that begin like it, by three letters or more, with
-- another ending of one list, where neither stands in a list of words.
WITH made (form) AS (
  SELECT substr(:word, 1, length(:word) - length(own.form) + 1) || substr(others.form, 2)
  FROM inflections AS own JOIN inflections AS others ON others.language = own.language AND others.number = own.number
  WHERE own.form LIKE '-%'
    AND length(:word) - length(own.form) + 1 >= 3
    AND substr(:word, length(:word) - length(own.form) + 2) = substr(own.form, 2)
    AND :word NOT IN (SELECT form FROM inflections)
),
told (form) AS (
  SELECT others.form
  FROM inflections AS own JOIN inflections AS others ON others.language = own.language AND others.number = own.number
  WHERE own.form = :word
  UNION
  SELECT form FROM made WHERE form NOT IN (SELECT form FROM inflections)
)
SELECT form
FROM told
WHERE form <> :word AND (
  form IN (SELECT term FROM temp.records_words WHERE term = told.form)
  OR form IN (SELECT term FROM temp.sentences_words WHERE term = told.form)
)
ORDER BY form
