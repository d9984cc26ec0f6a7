-- Catch a speaker whose printed words are not in the sentence of the cue.
SELECT attributions.id, holder_text, quotes.exact AS cue
FROM attributions
JOIN quotes ON quotes.id = cue_quote_id
JOIN sentences ON sentences.id = quotes.sentence_id
JOIN texts ON texts.source_id = attributions.source_id
WHERE NOT instr(substr(text, sentences.start_char + 1, sentences.end_char - sentences.start_char), holder_text);
