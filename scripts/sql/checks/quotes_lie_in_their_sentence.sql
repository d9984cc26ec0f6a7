-- Catch a quote that does not begin in the sentence it is filed under.
SELECT quotes.id, quotes.sentence_id
FROM quotes JOIN sentences ON sentences.id = quotes.sentence_id
WHERE quotes.source_id <> sentences.source_id
  OR quotes.start_char < sentences.start_char OR quotes.start_char >= sentences.end_char;
