-- What hangs together with it
WITH related (is_first, kind, other_id, note) AS (
  SELECT TRUE, kind, coalesce(to_demand_id, to_claim_id), note FROM relations WHERE :id IN (from_demand_id, from_claim_id)
  UNION ALL
  SELECT FALSE, kind, coalesce(from_demand_id, from_claim_id), note FROM relations WHERE :id IN (to_demand_id, to_claim_id)
)
SELECT
  CASE related.kind
    WHEN 'contradicts' THEN 'Both cannot hold'
    WHEN 'entails' THEN iif(is_first, 'From it follows', 'It follows from')
    WHEN 'refines' THEN iif(is_first, 'Less precisely', 'More precisely')
    WHEN 'responds_to' THEN iif(is_first, 'It answers', 'Answered by')
    WHEN 'condition_for' THEN iif(is_first, 'On it depends', 'It depends on')
  END AS "under",
  others.label AS item,
  others.row_id AS item_id,
  related.note,
  NULL AS source_id
FROM related
JOIN record_texts AS others ON others.row_id = related.other_id AND others.table_name IN ('demands', 'claims')
ORDER BY related.kind, is_first DESC, others.label, others.row_id
