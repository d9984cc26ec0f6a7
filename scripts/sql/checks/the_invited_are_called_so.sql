-- Catch an actor as invited to an event although no article speaks of an invitation there.
SELECT id FROM participants
WHERE part = 'invited' AND NOT EXISTS (
  SELECT 1
  FROM participant_quotes
  JOIN quotes ON quotes.id = participant_quotes.quote_id
  JOIN sources ON sources.id = quotes.source_id
  JOIN language_forms ON language_forms.language = sources.language AND language_forms.kind = 'invitation_stems'
  WHERE participant_quotes.participant_id = participants.id AND quotes.exact LIKE '%' || form || '%'
);
