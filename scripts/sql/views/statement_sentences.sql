-- Each statement as one sentence: the voices from the outermost inwards, the verb of the stance, a remark on how far the author
-- stands from it, whose demand it is, a colon, and what is claimed or wanted. A plain assertion needs no verb. `voice` is what stands
-- before quoted words.
WITH verbs (stance, kind, singular, plural) AS (
  VALUES
    ('asserts', NULL, 'asserts', 'assert'), ('reports', NULL, 'reports', 'report'), ('denies', NULL, 'denies', 'deny'),
    ('questions', NULL, 'questions', 'question'), ('makes', 'demand', 'demands', 'demand'),
    ('makes', 'proposal', 'proposes', 'propose'), ('makes', 'threat', 'threatens', 'threaten'),
    ('makes', 'condition', 'sets as a condition', 'set as a condition'), ('reiterates', NULL, 'reiterates', 'reiterate'),
    ('accepts', NULL, 'accepts', 'accept'), ('partly_accepts', NULL, 'partly accepts', 'partly accept'),
    ('rejects', NULL, 'rejects', 'reject'), ('defers', NULL, 'defers', 'defer'), ('drops', NULL, 'drops', 'drop'),
    ('denies_making', NULL, 'denies making', 'deny making')
),
parts AS (
  SELECT
    statements.id,
    statements.demand_id,
    statements.claim_id,
    statements.stance,
    upper(substr(attribution_chains.voices, 1, 1)) || substr(attribution_chains.voices, 2) AS voices,
    coalesce(iif(holders.number = 'plural', verbs.plural, verbs.singular), replace(statements.stance, '_', ' ')) AS verb,
    attribution_chains.remark,
    CASE
      WHEN statements.stance NOT IN ('makes', 'reiterates') THEN
        '(' || demanders.name || iif(demanders_in_words.demanders = demanders.name, '', ' and others')
          || coalesce(' → ' || addressees.name, '') || ')'
      WHEN statements.stance = 'reiterates' THEN '(→ ' || addressees.name || ')'
      WHEN demands.kind = 'demand' THEN 'of ' || addressees.name
      WHEN demands.kind = 'threat' THEN addressees.name
      WHEN demands.kind = 'condition' THEN 'for ' || addressees.name
      ELSE 'to ' || addressees.name
    END AS sides,
    coalesce(demands.content, claims.proposition) AS content
  FROM statements
  JOIN attribution_chains ON attribution_chains.attribution_id = statements.attribution_id
  JOIN actors AS holders ON holders.id = attribution_chains.holder_id
  LEFT JOIN claims ON claims.id = statements.claim_id
  LEFT JOIN demands ON demands.id = statements.demand_id
  LEFT JOIN actors AS demanders ON demanders.id = demands.demander_id
  LEFT JOIN demanders_in_words ON demanders_in_words.demand_id = statements.demand_id
  LEFT JOIN actors AS addressees ON addressees.id = demands.addressee_id
  LEFT JOIN verbs ON verbs.stance = statements.stance AND coalesce(verbs.kind = demands.kind, TRUE)
),
told AS (
  SELECT *, voices || iif(stance = 'asserts', '', ' ' || verb) || coalesce(' ' || remark, '') AS voice FROM parts
)
SELECT *, voice || coalesce(' ' || sides, '') || ': ' || content AS sentence FROM told;
