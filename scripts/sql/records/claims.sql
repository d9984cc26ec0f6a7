-- Claims: what is claimed, under which topics, and who takes which stand through which chain.
SELECT
  'claims',
  claims.id,
  claims.sentence,
  'Kind: ' || claims.kind || char(10)
    || coalesce('About: ' || events.name || coalesce(' (' || record_dates.date || ')', '') || char(10), '')
    || coalesce((SELECT group_concat(amount, '; ') FROM (SELECT amount FROM amounts WHERE claim_id = claims.id ORDER BY quantity_id)) || char(10), '')
    || coalesce((
      SELECT 'Topics: ' || group_concat(path, '; ')
      FROM (
        SELECT path
        FROM claim_topics JOIN topic_paths ON topic_paths.topic_id = claim_topics.topic_id
        WHERE claim_topics.claim_id = claims.id
        ORDER BY topic_paths.topic_id
      )
    ) || char(10), '')
    || coalesce(spoken.lines, '')
FROM claims
LEFT JOIN events ON events.id = claims.event_id
LEFT JOIN record_dates ON record_dates.table_name = 'claims' AND record_dates.row_id = claims.id
LEFT JOIN (
  SELECT claim_id, group_concat(stance || ': ' || chain || ' (' || source_id || ')', char(10)) AS lines
  FROM (SELECT * FROM claims_in_words ORDER BY claim_id, source_id, start_char, statement_id)
  GROUP BY claim_id
) AS spoken ON spoken.claim_id = claims.id
ORDER BY claims.id;
