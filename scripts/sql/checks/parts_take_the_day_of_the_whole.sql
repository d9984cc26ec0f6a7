-- Catch an undated part of an event that the same article dates to the day.
SELECT DISTINCT parts.id, parts.parent_id, part_words.source_id, wholes.edtf
FROM events AS parts
JOIN event_quotes ON event_quotes.event_id = parts.id
JOIN quotes AS part_words ON part_words.id = event_quotes.quote_id
JOIN event_dates AS wholes ON wholes.event_id = parts.parent_id AND wholes.edtf = wholes.earliest
JOIN quotes AS whole_words ON whole_words.id = wholes.quote_id AND whole_words.source_id = part_words.source_id
WHERE NOT EXISTS (SELECT * FROM event_dates WHERE event_dates.event_id = parts.id);
