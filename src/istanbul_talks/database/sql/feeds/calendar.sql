-- The events as a calendar
-- Each dated event over all the days its date allows, with the date in its name where that is more than one day: it may
-- have been shorter. Events without a date, or with one that is open at an end, are left out.
SELECT
  events.id || '@' || (SELECT value FROM contract_package WHERE key = 'name') AS event_uid,
  events.name
    || iif(events.status = 'occurred', '', ' (' || replace(events.status, '_', ' ') || ')')
    || iif(events.earliest = events.latest, '', ', dated ' || events.edtf) AS event_name,
  events.earliest || 'T00:00:00' AS event_dtstart,
  date(events.latest, '+1 day') || 'T00:00:00' AS event_dtend,
  '' AS event_tzid, -- the days of the reader, wherever that is
  'Dated ' || events.edtf || ' (' || replace(events.date_basis, '_', ' ') || ')'
    || coalesce(', printed “' || events.date_text || '”', '')
    || coalesce('. ' || events.description, '') AS event_description
FROM events
WHERE events.earliest IS NOT NULL AND events.latest IS NOT NULL AND events.date_basis <> 'not_stated' /* filters */
ORDER BY events.earliest, events.latest, events.id
