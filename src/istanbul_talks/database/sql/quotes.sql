-- The quoted words
-- Each span of an article with what it is evidence for, in the order of the articles.
SELECT
  quotes.id,
  quotes.exact AS words,
  (SELECT group_concat(supported, ', ')
   FROM (SELECT DISTINCT evidence.table_name || ' ' || evidence.row_id AS supported FROM evidence
         WHERE evidence.source_id = quotes.source_id AND evidence.start_char = quotes.start_char
           AND evidence.end_char = quotes.end_char ORDER BY 1)) AS supports,
  quotes.source_id AS source,
  quotes.start_char AS start,
  quotes.end_char AS "end" /* as one of */
FROM quotes
WHERE TRUE /* filters */
ORDER BY quotes.source_id, quotes.start_char, quotes.end_char
