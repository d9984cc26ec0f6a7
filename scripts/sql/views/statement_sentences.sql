-- Each statement as one sentence: the voices from the outermost inwards, with how far the author stands from each, the verb, how
-- sure it is if not plainly said, whose demand it is, a colon, and what is claimed or wanted. `voice` is what stands before quoted words.
-- A plain assertion needs no verb; where the article's own word is neither plain nor the verb of the stance again, it stands in quotation
-- marks, after the verb that is on a claim, instead of the verb that is on a demand; but never a word of denial before what is asserted
-- ("denied by Moscow as a “provocation”") nor a ban before what is wanted. Who is asked, and whose demand is answered, is told only if
-- the article says it where it tells of the demand.
WITH verbs (stance, kind, singular, plural) AS (
  VALUES
    ('asserts', NULL, 'asserts', 'assert'), ('reports', NULL, 'reports', 'report'),
    ('denies', NULL, 'denies', 'deny'), ('questions', NULL, 'questions', 'question'),
    ('makes', 'demand', 'demands', 'demand'), ('makes', 'proposal', 'proposes', 'propose'),
    ('makes', 'threat', 'threatens', 'threaten'), ('makes', 'condition', 'sets as a condition', 'set as a condition'),
    ('accepts', NULL, 'accepts', 'accept'), ('partly_accepts', NULL, 'partly accepts', 'partly accept'),
    ('rejects', NULL, 'rejects', 'reject'), ('defers', NULL, 'defers', 'defer'),
    ('drops', NULL, 'drops', 'drop'), ('denies_making', NULL, 'denies making', 'deny making')
),
put_forward AS (
  SELECT
    statements.demand_id,
    statements.source_id,
    max(attributions.holder_id = demands.demander_id) AS by_demander,
    max(attributions.holder_id <> demands.demander_id AND statements.stance = 'makes') AS by_others,
    coalesce(max(attributions.addressee_id = demands.addressee_id), FALSE) AS to_addressee
  FROM statements
  JOIN attributions ON attributions.id = statements.attribution_id
  JOIN demands ON demands.id = statements.demand_id
  WHERE statements.stance IN ('makes', 'reiterates', 'drops')
  GROUP BY statements.demand_id, statements.source_id
),
parts AS (
  SELECT
    statements.id,
    statements.demand_id,
    statements.claim_id,
    statements.stance,
    statements.certainty,
    upper(substr(attribution_chains.voices, 1, 1)) || substr(attribution_chains.voices, 2) AS voices,
    attribution_chains.is_neutral,
    iif(statements.stance = 'reiterates', 'again ', '')
      || coalesce(iif(holders.number = 'plural', verbs.plural, verbs.singular), replace(statements.stance, '_', ' ')) AS verb,
    iif(
      attributions.distance = 'neutral' AND (language, lower(cues.exact)) NOT IN (SELECT language, form FROM language_forms WHERE kind = 'plain_cues')
      AND (statements.stance = 'reiterates' OR NOT EXISTS (
        SELECT 1 FROM language_forms AS stems
        WHERE stems.language = sources.language AND stems.kind = 'stance_stems' AND meaning = coalesce(verbs.kind, verbs.stance)
          AND instr(lower(cues.exact), form)
      ))
      AND NOT (statements.stance IN ('asserts', 'reports', 'makes') AND EXISTS (
        SELECT 1 FROM language_forms AS stems
        WHERE stems.language = sources.language AND stems.kind = 'contrary_stems' AND meaning = iif(claims.id IS NULL, 'demand', 'claim')
          AND ' ' || lower(cues.exact) LIKE '% ' || form || '%'
      )),
      '“' || cues.exact || '”', NULL
    ) AS cue,
    iif(
      put_forward.by_demander AND (put_forward.by_others OR demands.demander_id <> attributions.holder_id),
      demanders.name || iif(put_forward.by_others, ' and others', ''), NULL
    ) AS demander,
    iif(
      coalesce(attributions.addressee_id = demands.addressee_id, FALSE) OR (statements.stance NOT IN ('makes', 'reiterates') AND put_forward.to_addressee),
      addressees.name, NULL
    ) AS addressee,
    demands.kind,
    coalesce(demands.content, claims.proposition) AS content
  FROM statements
  JOIN sources ON sources.id = statements.source_id
  JOIN attributions ON attributions.id = statements.attribution_id
  JOIN attribution_chains ON attribution_chains.attribution_id = statements.attribution_id
  JOIN actors AS holders ON holders.id = attributions.holder_id
  LEFT JOIN quotes AS cues ON cues.id = attributions.cue_quote_id
  LEFT JOIN claims ON claims.id = statements.claim_id
  LEFT JOIN demands ON demands.id = statements.demand_id
  LEFT JOIN actors AS demanders ON demanders.id = demands.demander_id
  LEFT JOIN actors AS addressees ON addressees.id = demands.addressee_id
  LEFT JOIN put_forward ON put_forward.demand_id = statements.demand_id AND put_forward.source_id = statements.source_id
  LEFT JOIN verbs
    ON verbs.stance = iif(statements.stance = 'reiterates', 'makes', statements.stance) AND coalesce(verbs.kind = demands.kind, TRUE)
),
told AS (
  SELECT
    id, demand_id, claim_id, stance, voices, is_neutral, content, cue,
    iif(claim_id IS NULL, coalesce(cue, verb), verb) AS verb,
    iif(certainty IN ('probable', 'possible'), ' (as ' || certainty || ')', '') AS remark,
    CASE
      WHEN stance NOT IN ('makes', 'reiterates') THEN '(' || coalesce(demander || ' → ' || addressee, 'from ' || demander) || ')'
      WHEN cue IS NOT NULL THEN '(→ ' || addressee || ')'
      WHEN kind = 'demand' THEN 'of ' || addressee
      WHEN kind = 'threat' THEN addressee
      WHEN kind = 'proposal' THEN 'to ' || addressee
    END AS sides
  FROM parts
),
voiced AS (
  SELECT
    *,
    voices || CASE
      WHEN claim_id IS NULL THEN ' ' || verb
      WHEN stance = 'asserts' THEN coalesce(' ' || cue, '')
      ELSE ' ' || verb || coalesce(' (' || cue || ')', '')
    END || remark AS voice
  FROM told
)
SELECT *, voice || coalesce(' ' || sides, '') || ': ' || content AS sentence FROM voiced;
