-- Discrepancies: what is at odds, what each side says where, under which topics, and what can be said of it.
SELECT
  'discrepancies',
  discrepancies.id,
  discrepancies.label,
  discrepancies.label || char(10)
    || discrepancies.kind || ', ' || iif(scope = 'within', 'within one article', 'between articles') || ', '
    || replace(discrepancies.status, '_', ' ') || char(10)
    || (
      SELECT group_concat(line, char(10))
      FROM (
        SELECT voice || ': ' || says || '.' AS line
        FROM disagreements
        WHERE discrepancy_id = discrepancies.id
        ORDER BY side
      )
    ) || char(10)
    || coalesce((
      SELECT 'Topics: ' || group_concat(path, '; ')
      FROM (
        SELECT path
        FROM discrepancy_topics JOIN topic_paths ON topic_paths.topic_id = discrepancy_topics.topic_id
        WHERE discrepancy_topics.discrepancy_id = discrepancies.id
        ORDER BY topic_paths.topic_id
      )
    ) || char(10), '')
    || discrepancies.rationale
FROM discrepancies
ORDER BY discrepancies.id;
