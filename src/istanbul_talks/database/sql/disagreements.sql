-- Where the articles contradict one another, or themselves
-- Each disagreement with what every side says and in which words.
SELECT
  discrepancies.id,
  discrepancies.label AS disagreement,
  discrepancies.kind,
  discrepancies.scope,
  discrepancies.status,
  (SELECT json_group_array(json_object(
     'text', voice || ': ' || says || coalesce(' ' || words, '') || ' [' || source_id || ']',
     'source', source_id,
     'speaker', holder,
     'voice', voice,
     'says', says,
     'words', words
   ))
   FROM (SELECT * FROM disagreements WHERE discrepancy_id = discrepancies.id ORDER BY side)) AS sides,
  discrepancies.rationale
FROM discrepancies
WHERE TRUE /* filters */
ORDER BY discrepancies.id
