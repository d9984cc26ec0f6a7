-- Where an article keeps its distance from whom it passes on, or endorses him.
SELECT
  attributions.dataset,
  attributions.id,
  attributions.distance,
  holders.name AS speaker_passed_on,
  quotes.exact AS words,
  quotes.source_id,
  quotes.start_char,
  quotes.end_char
FROM attributions
JOIN actors AS holders ON holders.dataset = attributions.dataset AND holders.id = attributions.holder_id
JOIN quotes ON quotes.dataset = attributions.dataset AND quotes.id = attributions.cue_quote_id
WHERE attributions.distance <> 'neutral'
