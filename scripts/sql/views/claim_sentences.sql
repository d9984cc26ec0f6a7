-- Each claim as one sentence: who asserts, reports, questions or denies it, a colon, and the proposition. Where all assert it, the
-- names stand alone. `asserted_by` and `denied_by` are the voices by themselves.
WITH stands AS (
  SELECT
    claim_id,
    stance,
    voice,
    voices || coalesce(' ' || cue, '') AS speaker,
    iif(stance = 'asserts' AND voice = voices AND is_neutral, voice || ' ' || verb, voice) AS stand
  FROM statement_sentences
  WHERE claim_id IS NOT NULL
  GROUP BY claim_id, stance, voice
  ORDER BY claim_id, instr('asserts reports questions denies', stance), min(id)
)
SELECT
  claims.id,
  iif(
    count(*) = sum(stands.stance = 'asserts'), group_concat(stands.voice, '; '), group_concat(stands.stand, '; ')
  ) || ': ' || claims.proposition AS sentence,
  group_concat(stands.speaker, '; ') FILTER (WHERE stands.stance = 'asserts') AS asserted_by,
  group_concat(stands.speaker, '; ') FILTER (WHERE stands.stance = 'denies') AS denied_by
FROM claims
JOIN stands ON stands.claim_id = claims.id
GROUP BY claims.id;
