-- Catch a value that is missing although its basis says it is there, or is there although the basis says it is not.
WITH faults (table_name, row_id, fault) AS (
  SELECT 'source_metadata', id, 'a value goes with every basis but not_stated'
  FROM source_metadata WHERE (value IS NULL) <> (basis = 'not_stated')
  UNION ALL
  SELECT 'source_metadata', id, 'a quote goes with the basis stated, and a rationale with every other'
  FROM source_metadata
  WHERE (basis = 'stated' AND quote_id IS NULL) OR (basis <> 'stated' AND rationale IS NULL)
  UNION ALL
  SELECT 'source_metadata', id, 'a possible original names its event, a publication of which another article tells'
  FROM source_metadata
  WHERE field = 'possible_original' AND NOT EXISTS (
    SELECT 1 FROM event_quotes JOIN quotes ON quotes.id = event_quotes.quote_id
    WHERE event_quotes.event_id = source_metadata.event_id AND quotes.source_id <> source_metadata.source_id
  )
  UNION ALL
  SELECT 'source_metadata', id, 'what is known of an original has the basis external, and nothing that an article says of itself has it'
  FROM source_metadata
  WHERE field <> 'possible_original' AND (field LIKE 'original%') <> (basis = 'external')
  UNION ALL
  SELECT 'roles', id, 'a date and its words go together' FROM roles WHERE (edtf IS NULL) <> (date_text IS NULL)
  UNION ALL
  SELECT 'roles', id, 'an inferred role needs a note that says how' FROM roles WHERE basis = 'inferred' AND note IS NULL
  UNION ALL
  SELECT 'events', id, 'a date goes with every basis but not_stated, with the words it rests on'
  FROM events
  WHERE (edtf IS NULL) <> (date_basis = 'not_stated') OR (date_text IS NULL) <> (date_basis = 'not_stated')
  UNION ALL
  SELECT 'events', id, 'an anchor goes with a relative or inferred date, and with no other'
  FROM events WHERE (date_anchor IS NULL) <> (date_basis IN ('stated', 'not_stated'))
  UNION ALL
  SELECT 'event_dates', id, 'an anchor goes with a relative or inferred date, and with no other'
  FROM event_dates WHERE (anchor IS NULL) <> (basis = 'stated')
  UNION ALL
  SELECT 'attributions', id, 'only the author speaks without a cue'
  FROM attributions WHERE (cue_quote_id IS NULL) <> (parent_id IS NULL)
  UNION ALL
  SELECT 'sentences', id, 'a sentence repeats another only where that is the reason'
  FROM sentences WHERE (repeats_id IS NULL) = (reason IS 'repeats')
  UNION ALL
  SELECT 'quantities', id, 'the upper value of a range is above its value'
  FROM quantities WHERE upper_value <= value
)
SELECT * FROM faults;
