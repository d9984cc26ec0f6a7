-- Catch a quote whose characters, or those of its context, are not those of its article at its position.
SELECT quotes.id, quotes.exact, substr(text, start_char + 1, end_char - start_char) AS printed
FROM quotes JOIN texts ON texts.source_id = quotes.source_id
WHERE printed <> quotes.exact
  OR prefix <> substr(text, start_char + 1 - length(prefix), length(prefix))
  OR suffix <> substr(text, end_char + 1, length(suffix));
