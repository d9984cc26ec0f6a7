-- Catch a statement that stands more than two sentences away from the cue of its speaker.
SELECT statements.id, said.exact, cues.exact AS cue
FROM statements
JOIN attributions ON attributions.id = statements.attribution_id
JOIN quotes AS said ON said.id = statements.quote_id
JOIN sentences AS said_in ON said_in.id = said.sentence_id
JOIN quotes AS cues ON cues.id = attributions.cue_quote_id
JOIN sentences AS cued_in ON cued_in.id = cues.sentence_id
WHERE abs(said_in.number - cued_in.number) > 2;
