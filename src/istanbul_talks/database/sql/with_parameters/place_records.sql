-- The events, posts and participations for which words at a place of an article are evidence
-- The narrowest that covers the place :start to :end of the article :source_id comes first. Each is told by the article's author, whose
-- name stands before it; whoever alleges an event is named in its label, and who took part in such an event is not told.
SELECT evidence.table_name, evidence.row_id, upper(substr(authors.voices, 1, 1)) || substr(authors.voices, 2) || ': ' || records.label AS sentence
FROM evidence
JOIN records ON records.table_name = evidence.table_name AND records.row_id = evidence.row_id
JOIN attribution_chains AS authors ON authors.source_id = evidence.source_id AND authors.depth = 0
WHERE
  evidence.source_id = :source_id
  AND evidence.start_char < :end
  AND evidence.end_char > :start
  AND evidence.table_name IN ('events', 'roles', 'participants')
  AND NOT EXISTS (
    SELECT 1
    FROM participants JOIN events ON events.id = participants.event_id
    WHERE evidence.table_name = 'participants' AND participants.id = evidence.row_id AND events.status = 'alleged'
  )
ORDER BY
  evidence.start_char > :start OR evidence.end_char < :end,
  iif(evidence.start_char > :start OR evidence.end_char < :end, -1, 1) * (evidence.end_char - evidence.start_char),
  evidence.table_name,
  evidence.row_id
