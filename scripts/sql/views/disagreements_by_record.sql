-- The disagreements that touch a record: each demand, claim and event with those over its words; each topic with those on it or over
-- the words of what is on it; each actor with those in which it speaks or is named, each article with those of which it has a side.
SELECT table_name, row_id, discrepancy_id FROM record_disagreements
UNION
SELECT 'topics', topic_id, row_id FROM topic_records WHERE table_name = 'discrepancies'
UNION
SELECT 'topics', topic_records.topic_id, record_disagreements.discrepancy_id
FROM topic_records JOIN record_disagreements USING (table_name, row_id)
UNION
SELECT 'actors', holder_id, discrepancy_id FROM discrepancy_sides WHERE holder_id IS NOT NULL
UNION
SELECT 'actors', roles.person_id, discrepancy_sides.discrepancy_id
FROM roles
JOIN role_quotes ON role_quotes.role_id = roles.id
JOIN discrepancy_side_quotes USING (quote_id)
JOIN discrepancy_sides ON discrepancy_sides.id = discrepancy_side_quotes.side_id
UNION
SELECT 'actors', names.actor_id, discrepancy_sides.discrepancy_id
FROM names
JOIN mentions ON mentions.name_id = names.id
JOIN discrepancy_side_quotes USING (quote_id)
JOIN discrepancy_sides ON discrepancy_sides.id = discrepancy_side_quotes.side_id
UNION
SELECT 'sources', source_id, discrepancy_id FROM discrepancy_sides;
