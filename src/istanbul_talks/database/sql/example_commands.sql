-- What to ask first
-- Commands that have an answer in this database, one for each kind of question.
SELECT command, question
FROM (
  SELECT 1 AS place, 'talks demands --by ' || demander_id AS command,
    'Who demands what of whom, and in whose words?' AS question
  FROM (SELECT demander_id FROM demands GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1)
  UNION ALL
  SELECT 2, 'talks show ' || claim_id, 'Who claims it, who denies it, through how many mouths?'
  FROM (
    SELECT claim_id FROM statements JOIN attribution_chains USING (attribution_id) WHERE claim_id IS NOT NULL
    GROUP BY 1 ORDER BY count(DISTINCT stance) DESC, max(depth) DESC, count(*) DESC, 1 LIMIT 1
  )
  UNION ALL
  SELECT 3, 'talks show ' || person_id, 'Which posts, by which spellings, in which events?'
  FROM (SELECT person_id FROM roles GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1)
  UNION ALL
  SELECT 4, 'talks events', 'What happened when?'
  UNION ALL
  SELECT 5, 'talks disagreements', 'Where do the articles contradict one another, or themselves?'
)
ORDER BY place
