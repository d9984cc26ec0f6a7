-- What happened when
-- Each event in order of time, with its date as it is resolved and in words (during: it lasts; in: it happens within), the days
-- that bound it, the date as printed, and who took part.
SELECT
  events.id,
  events.edtf AS "when",
  events.name AS event,
  events.place,
  events.kind,
  events.duration,
  events.status,
  timeline.alleged_by AS "alleged by",
  dates_in_words.date AS "in words",
  events.earliest,
  events.latest,
  events.date_text AS printed,
  timeline.participants,
  timeline.sources,
  timeline.dated_by AS "dated by" /* as one of */
FROM timeline
JOIN events ON events.id = timeline.event_id
JOIN dates_in_words ON dates_in_words.event_id = events.id AND dates_in_words.event_date_id IS NULL
WHERE TRUE /* filters */
ORDER BY
  events.earliest IS NULL,
  events.earliest,
  events.latest,
  events.id
