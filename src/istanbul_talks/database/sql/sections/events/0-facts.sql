-- At a glance
SELECT 'kind' AS line, iif(status = 'occurred', '', replace(status, '_', ' ') || ' ') || iif(kind = 'talks', kind, kind || ' event') AS item, NULL AS item_id, NULL AS note, NULL AS source_id, NULL AS quote_id
FROM events WHERE id = :id
UNION ALL
SELECT 'lead', description, NULL, NULL, NULL, NULL FROM events WHERE id = :id
UNION ALL
SELECT 'When', * FROM (
  SELECT article_datings.date, NULL, '“' || article_datings.date_text || '”', article_datings.source_id, article_datings.quote_id
  FROM article_datings
  WHERE article_datings.event_id = :id
  ORDER BY article_datings.earliest, article_datings.latest, article_datings.source_id
)
UNION ALL
SELECT 'Where', place, NULL, NULL, NULL, NULL FROM events WHERE id = :id AND place IS NOT NULL
UNION ALL
SELECT DISTINCT 'Alleged by', name, actor_id, NULL, source_id, NULL FROM allegations WHERE event_id = :id
UNION ALL
SELECT 'Part of', wider.name, wider.id, NULL, NULL, NULL
FROM events JOIN events AS wider ON wider.id = events.parent_id
WHERE events.id = :id
UNION ALL
SELECT 'Figure', '“' || quotes.exact || '”', NULL, NULL, quotes.source_id, quotes.id
FROM quantities JOIN quotes ON quotes.id = quantities.quote_id
WHERE quantities.event_id = :id
UNION ALL
SELECT 'Topic', topics.name, topics.id, NULL, NULL, NULL
FROM event_topics JOIN topics ON topics.id = event_topics.topic_id
WHERE event_topics.event_id = :id
