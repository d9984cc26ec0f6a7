-- Catch a quote that takes one of a pair of quotation marks without the other.
SELECT quotes.id, quotes.exact
FROM quotes
JOIN quotations ON quotations.source_id = quotes.source_id
WHERE (quotes.start_char <= quotations.start_char AND quotations.start_char < quotes.end_char)
  <> (quotes.start_char < quotations.end_char AND quotations.end_char <= quotes.end_char);
