-- The events, posts and participations for which words at a place of an article are evidence
-- The narrowest that covers the place :start to :end of the article :source_id comes first. An event is told by the article's author,
-- whose name stands before it; nobody says the others, which are coded from the author's words. Whoever alleges an event is named in its label, and who took part in such an event is not told.
WITH placed AS (
  SELECT id, (start_char <= :start AND end_char >= :end) AS covers, end_char - start_char AS length
  FROM quotes
  WHERE source_id = :source_id AND start_char < :end AND end_char > :start
),
resting (table_name, row_id, quote_id) AS (
  SELECT 'events', event_id, quote_id FROM event_quotes
  UNION ALL
  SELECT 'roles', role_id, quote_id FROM role_quotes
  UNION ALL
  SELECT 'participants', participant_id, quote_id
  FROM participant_quotes
  JOIN participants ON participants.id = participant_quotes.participant_id
  JOIN events ON events.id = participants.event_id AND events.status <> 'alleged'
)
SELECT
  resting.table_name,
  resting.row_id,
  iif(
    resting.table_name = 'events',
    upper(substr(authors.name, 1, 1)) || substr(authors.name, 2),
    'Coded from the words of ' || authors.name
  ) || ': ' || records.label AS sentence
FROM placed
JOIN resting ON resting.quote_id = placed.id
JOIN records ON records.table_name = resting.table_name AND records.row_id = resting.row_id
JOIN sources ON sources.id = :source_id
JOIN actors AS authors ON authors.id = sources.author_id
ORDER BY NOT placed.covers, iif(placed.covers, placed.length, -placed.length), resting.table_name, resting.row_id
