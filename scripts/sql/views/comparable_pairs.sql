-- Every two demands that share a topic, and every two claims that share a topic and an event, unless both are put forward in the
-- same articles by the same holders in the same rounds of talks. `joined_by` has the relations between them and the
-- discrepancies that have one of the topics and two sides with words of a statement on the one and on the other; `reason` says why
-- they do not disagree.
WITH subjects (table_name, id, topic_id, event_id) AS (
  SELECT 'demands', demand_id, topic_id, '' FROM demand_topics
  UNION ALL
  SELECT 'claims', claims.id, topic_id, event_id
  FROM claims JOIN claim_topics ON claim_id = claims.id
  WHERE event_id IS NOT NULL
),
stated (id, source_id, quote_id, holder_id) AS (
  SELECT coalesce(demand_id, claim_id), statements.source_id, quote_id, holder_id
  FROM statements JOIN attributions ON attributions.id = attribution_id
),
places (id, place) AS (
  SELECT id, source_id FROM stated
  UNION SELECT id, holder_id FROM stated
  UNION SELECT demand_id, event_id FROM demand_rounds
),
settings (id, places) AS MATERIALIZED (
  SELECT id, group_concat(place, ' ') FROM (SELECT id, place FROM places ORDER BY id, place) GROUP BY id
),
sides (id, topic_id, discrepancy_id, side_id) AS MATERIALIZED (
  SELECT DISTINCT stated.id, discrepancy_topics.topic_id, discrepancy_sides.discrepancy_id, discrepancy_sides.id
  FROM discrepancy_sides
  JOIN discrepancy_topics ON discrepancy_topics.discrepancy_id = discrepancy_sides.discrepancy_id
  JOIN discrepancy_side_quotes ON side_id = discrepancy_sides.id
  JOIN quotes AS side_quotes ON side_quotes.id = discrepancy_side_quotes.quote_id
  JOIN stated ON stated.source_id = side_quotes.source_id
  JOIN quotes AS stated_quotes ON stated_quotes.id = stated.quote_id
    AND stated_quotes.start_char < side_quotes.end_char AND stated_quotes.end_char > side_quotes.start_char
  JOIN subjects ON subjects.id = stated.id AND subjects.topic_id = discrepancy_topics.topic_id
),
links (from_id, to_id, link_id) AS MATERIALIZED (
  SELECT coalesce(from_demand_id, from_claim_id), coalesce(to_demand_id, to_claim_id), id FROM relations
  UNION SELECT coalesce(to_demand_id, to_claim_id), coalesce(from_demand_id, from_claim_id), id FROM relations
  UNION
  SELECT one.id, other.id, one.discrepancy_id
  FROM sides AS one
  JOIN sides AS other
    ON other.discrepancy_id = one.discrepancy_id AND other.topic_id = one.topic_id AND other.side_id <> one.side_id
),
pairs (table_name, from_id, to_id, topics) AS (
  SELECT table_name, from_id, to_id, group_concat(topic_id, ' ')
  FROM (
    SELECT one.table_name, one.id AS from_id, other.id AS to_id, one.topic_id
    FROM subjects AS one
    JOIN subjects AS other
      ON other.table_name = one.table_name AND other.topic_id = one.topic_id AND other.event_id = one.event_id AND one.id < other.id
    ORDER BY one.id, other.id, one.topic_id
  )
  GROUP BY from_id, to_id
)
SELECT
  pairs.table_name,
  pairs.from_id,
  pairs.to_id,
  pairs.topics,
  (
    SELECT group_concat(link_id, ' ')
    FROM (SELECT link_id FROM links WHERE links.from_id = pairs.from_id AND links.to_id = pairs.to_id ORDER BY link_id)
  ) AS joined_by,
  comparisons.reason
FROM pairs
JOIN settings AS one_setting ON one_setting.id = pairs.from_id
JOIN settings AS other_setting ON other_setting.id = pairs.to_id AND other_setting.places <> one_setting.places
LEFT JOIN comparisons ON comparisons.id = pairs.from_id || '_' || pairs.to_id;
