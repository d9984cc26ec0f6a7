-- Catch a quote whose characters are not those of its article at its position.
SELECT quotes.id, quotes.exact, substr(text, start_char + 1, end_char - start_char) AS printed
FROM quotes JOIN texts ON texts.source_id = quotes.source_id
WHERE printed <> quotes.exact
  OR coalesce(prefix, '') <> substr(text, max(start_char - 31, 1), min(start_char, 32))
  OR coalesce(suffix, '') <> substr(text, end_char + 1, 32);
