-- What happened when
-- Each event in order of time, with its date as it is resolved, the days that bound it, the date as printed, and who took part.
SELECT
  events.id,
  events.edtf AS "when",
  events.name AS event,
  events.place,
  events.kind,
  events.status,
  timeline.alleged_by AS "alleged by",
  events.earliest,
  events.latest,
  events.date_text AS printed,
  timeline.participants,
  timeline.sources /* as one of */
FROM timeline
JOIN events ON events.id = timeline.event_id
WHERE TRUE /* filters */
ORDER BY
  events.earliest IS NULL,
  events.earliest,
  events.latest,
  events.id
