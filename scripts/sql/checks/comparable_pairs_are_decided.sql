-- Catch two demands, or two claims about one event, on the same topic that are neither joined nor said not to disagree.
SELECT
  from_id,
  to_id,
  topics,
  'join them in registers/relations.yaml, or as two sides in registers/discrepancies.yaml, '
  || 'or write in registers/comparisons.yaml: - {from: ' || from_id || ', to: ' || to_id || ', reason: …}' AS "do"
FROM undecided_pairs;
