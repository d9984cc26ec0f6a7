-- Demands: who wants what of whom, how much, under which topics, and who says so through which chain.
SELECT
  'demands',
  demands.id,
  demands.sentence,
  'Wanted by: ' || makers.called || char(10)
    || coalesce('Of: ' || addressee_names.called || char(10), '')
    || coalesce('For: ' || beneficiary_names.called || char(10), '')
    || demands.kind || ', ' || demand_talks.talks || coalesce(', first put in: ' || events.name || coalesce(' (' || record_dates.date || ')', ''), '') || char(10)
    || coalesce((SELECT group_concat(amount, '; ') FROM (SELECT amount FROM amounts WHERE demand_id = demands.id ORDER BY quantity_id)) || char(10), '')
    || coalesce((
      SELECT 'Topics: ' || group_concat(path, '; ')
      FROM (
        SELECT path
        FROM demand_topics JOIN topic_paths ON topic_paths.topic_id = demand_topics.topic_id
        WHERE demand_topics.demand_id = demands.id
        ORDER BY topic_paths.topic_id
      )
    ) || char(10), '')
    || coalesce(spoken.lines, '')
FROM demands
JOIN demanders_in_words AS makers ON makers.demand_id = demands.id
LEFT JOIN actor_names AS addressee_names ON addressee_names.actor_id = demands.addressee_id
LEFT JOIN actor_names AS beneficiary_names ON beneficiary_names.actor_id = demands.beneficiary_id
LEFT JOIN events ON events.id = demands.event_id
LEFT JOIN record_dates ON record_dates.table_name = 'demands' AND record_dates.row_id = demands.id
JOIN demand_talks ON demand_talks.demand_id = demands.id
LEFT JOIN (
  SELECT demand_id, group_concat(stance || ': ' || chain || ' (' || source_id || ')', char(10)) AS lines
  FROM (SELECT * FROM demands_in_words ORDER BY demand_id, source_id, start_char, statement_id)
  GROUP BY demand_id
) AS spoken ON spoken.demand_id = demands.id
ORDER BY demands.id;
