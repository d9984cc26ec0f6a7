-- Records to show things by
-- For each kind of record that an example of the help names, the one with most to it.
SELECT 'ACTOR' AS kind, (SELECT demander_id FROM demands GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1) AS id
UNION ALL
SELECT 'PERSON', (SELECT person_id FROM roles GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1)
UNION ALL
SELECT 'SOURCE', (SELECT source_id FROM roles GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1)
UNION ALL
SELECT 'OTHER', (SELECT source_id FROM roles GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1 OFFSET 1)
UNION ALL
SELECT 'TOPIC', (SELECT topic_id FROM demand_topics GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1)
UNION ALL
SELECT 'EVENT', (SELECT event_id FROM participants GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1)
UNION ALL
SELECT 'DEMAND', (SELECT demand_id FROM statements WHERE demand_id IS NOT NULL GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1)
UNION ALL
SELECT 'CLAIM', (
  SELECT claim_id FROM statements WHERE claim_id IS NOT NULL GROUP BY 1 ORDER BY count(DISTINCT stance) DESC, count(*) DESC, 1 LIMIT 1
)
UNION ALL
SELECT 'QUOTE', (SELECT quote_id FROM statements GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1)
