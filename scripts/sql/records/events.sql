-- Events: when, where, with whom, and how each article dates them. The label has the date only if all articles give it.
SELECT
  'events',
  events.id,
  coalesce(
    agreed.date || ', alleged by ' || timeline.alleged_by || ': ',
    agreed.date || ': ',
    'alleged by ' || timeline.alleged_by || ': ',
    ''
  ) || events.name,
  events.name || char(10) || events.description || char(10)
    || events.kind || ', ' || events.duration || ', ' || replace(events.status, '_', ' ') || coalesce(' by ' || timeline.alleged_by, '')
    || coalesce(', ' || events.place, '') || coalesce(', part of: ' || larger.name, '') || char(10)
    || 'Date: ' || coalesce(dates_in_words.date || ' (' || events.edtf || ', ' || events.date_basis || coalesce(', from ' || events.date_anchor, '') || ')', 'not stated')
    || char(10)
    || coalesce((
      SELECT group_concat(line, char(10))
      FROM (
        SELECT 'Dated “' || event_dates.date_text || '” = ' || event_dates.edtf || ' in ' || sources.label AS line
        FROM event_dates
        JOIN quotes ON quotes.id = event_dates.quote_id
        JOIN sources ON sources.id = quotes.source_id
        WHERE event_dates.event_id = events.id
        ORDER BY event_dates.id
      )
    ) || char(10), '')
    || coalesce((
      SELECT group_concat(line, char(10))
      FROM (
        SELECT
          replace(participants.part, '_', ' ') || ': ' || actor_names.called || coalesce(', for ' || sides.name, '') AS line
        FROM participants
        JOIN actor_names ON actor_names.actor_id = participants.actor_id
        LEFT JOIN actors AS sides ON sides.id = participants.on_behalf_of_id
        WHERE participants.event_id = events.id
        ORDER BY participants.id
      )
    ) || char(10), '')
    || coalesce((SELECT group_concat(amount, '; ') FROM (SELECT amount FROM amounts WHERE event_id = events.id ORDER BY quantity_id)) || char(10), '')
    || coalesce((
      SELECT 'Topics: ' || group_concat(path, '; ')
      FROM (
        SELECT path
        FROM event_topics JOIN topic_paths ON topic_paths.topic_id = event_topics.topic_id
        WHERE event_topics.event_id = events.id
        ORDER BY topic_paths.topic_id
      )
    ), '')
FROM events
JOIN timeline ON timeline.event_id = events.id
JOIN dates_in_words ON dates_in_words.event_id = events.id AND dates_in_words.event_date_id IS NULL
LEFT JOIN dates_in_words AS agreed ON agreed.event_id = events.id AND agreed.event_date_id IS NULL AND NOT EXISTS (
  SELECT 1
  FROM event_quotes
  JOIN quotes ON quotes.id = event_quotes.quote_id
  LEFT JOIN article_datings ON article_datings.event_id = event_quotes.event_id AND article_datings.source_id = quotes.source_id
  WHERE event_quotes.event_id = events.id AND article_datings.edtf IS NOT events.edtf
)
LEFT JOIN events AS larger ON larger.id = events.parent_id
ORDER BY events.id;
