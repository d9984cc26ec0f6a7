-- Each statement as one sentence: the voices from the outermost inwards, with how far the author stands from each, the verb of the
-- stance, whose demand it is, a colon, and what is claimed or wanted. `voice` is what stands before quoted words. A plain assertion
-- needs no verb; where the article's own word is neither plain nor the verb again, it stands in quotation marks, but never a word of
-- denial before what is asserted ("denied by Moscow as a “provocation”").
WITH verbs (stance, kind, singular, plural, stem) AS (
  VALUES
    ('asserts', NULL, 'asserts', 'assert', 'assert'), ('reports', NULL, 'reports', 'report', 'report'),
    ('denies', NULL, 'denies', 'deny', 'den'), ('questions', NULL, 'questions', 'question', 'question'),
    ('makes', 'demand', 'demands', 'demand', ''), ('makes', 'proposal', 'proposes', 'propose', ''),
    ('makes', 'threat', 'threatens', 'threaten', ''), ('makes', 'condition', 'sets as a condition', 'set as a condition', ''),
    ('accepts', NULL, 'accepts', 'accept', 'accept'), ('partly_accepts', NULL, 'partly accepts', 'partly accept', 'accept'),
    ('rejects', NULL, 'rejects', 'reject', 'reject'), ('defers', NULL, 'defers', 'defer', 'defer'),
    ('drops', NULL, 'drops', 'drop', 'drop'), ('denies_making', NULL, 'denies making', 'deny making', 'den')
),
plain_cues (word) AS (
  VALUES ('say'), ('says'), ('said'), ('saying'), ('stated'), ('told'), ('according to'), ('according to the'), ('as stated by'), ('statements')
),
parts AS (
  SELECT
    statements.id,
    statements.demand_id,
    statements.claim_id,
    statements.stance,
    upper(substr(attribution_chains.voices, 1, 1)) || substr(attribution_chains.voices, 2) AS voices,
    attribution_chains.is_neutral,
    iif(statements.stance = 'reiterates', 'again ', '')
      || coalesce(iif(holders.number = 'plural', verbs.plural, verbs.singular), replace(statements.stance, '_', ' ')) AS verb,
    iif(
      attributions.distance = 'neutral' AND lower(cues.exact) NOT IN (SELECT word FROM plain_cues) AND instr(lower(cues.exact), verbs.stem) = 0
      AND NOT (statements.stance IN ('asserts', 'reports') AND EXISTS (
        SELECT 1 FROM verbs AS contrary WHERE contrary.stance IN ('denies', 'rejects') AND lower(cues.exact) LIKE contrary.stem || '%'
      )),
      '“' || cues.exact || '”', NULL
    ) AS cue,
    CASE
      WHEN statements.stance NOT IN ('makes', 'reiterates') THEN
        '(' || demanders.name || iif(joined.demand_id IS NULL, '', ' and others') || coalesce(' → ' || addressees.name, '') || ')'
      WHEN demands.kind = 'demand' THEN 'of ' || addressees.name
      WHEN demands.kind = 'threat' THEN addressees.name
      WHEN demands.kind = 'proposal' THEN 'to ' || addressees.name
    END AS sides,
    coalesce(demands.content, claims.proposition) AS content
  FROM statements
  JOIN attributions ON attributions.id = statements.attribution_id
  JOIN attribution_chains ON attribution_chains.attribution_id = statements.attribution_id
  JOIN actors AS holders ON holders.id = attributions.holder_id
  LEFT JOIN quotes AS cues ON cues.id = attributions.cue_quote_id
  LEFT JOIN claims ON claims.id = statements.claim_id
  LEFT JOIN demands ON demands.id = statements.demand_id
  LEFT JOIN actors AS demanders ON demanders.id = demands.demander_id
  LEFT JOIN actors AS addressees ON addressees.id = demands.addressee_id
  LEFT JOIN (
    SELECT DISTINCT made.demand_id, made.source_id
    FROM statements AS made
    JOIN attributions AS makers ON makers.id = made.attribution_id
    JOIN demands AS joint ON joint.id = made.demand_id
    WHERE made.stance = 'makes' AND makers.holder_id <> joint.demander_id
  ) AS joined ON joined.demand_id = statements.demand_id AND joined.source_id = statements.source_id
  LEFT JOIN verbs
    ON verbs.stance = iif(statements.stance = 'reiterates', 'makes', statements.stance) AND coalesce(verbs.kind = demands.kind, TRUE)
),
told AS (
  SELECT *, voices || iif(stance = 'asserts', '', ' ' || verb) || coalesce(' ' || cue, '') AS voice FROM parts
)
SELECT *, voice || coalesce(' ' || sides, '') || ': ' || content AS sentence FROM told;
