-- Catch characters that are counted as a mention of two names.
WITH spans AS (
  SELECT mentions.id, quotes.source_id, start_char, end_char,
    lead(start_char) OVER (PARTITION BY quotes.source_id ORDER BY start_char, end_char) AS next_start
  FROM mentions JOIN quotes ON quotes.id = mentions.quote_id
)
SELECT id, source_id, start_char, end_char, next_start FROM spans WHERE next_start < end_char;
