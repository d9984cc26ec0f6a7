-- Each statement as one sentence: the voices from the outermost inwards, the verb of the stance, a remark on how far the author
-- stands from it, whose demand it is, a colon, and what is claimed or wanted. A plain assertion needs no verb. `voice` is what stands
-- before quoted words.
WITH parts AS (
  SELECT
    statements.id AS statement_id,
    statements.demand_id,
    statements.claim_id,
    statements.stance,
    upper(substr(attribution_chains.voices, 1, 1)) || substr(attribution_chains.voices, 2) AS voices,
    CASE
      WHEN statements.stance = 'asserts' THEN NULL
      WHEN statements.stance <> 'makes' THEN replace(statements.stance, '_', ' ')
      WHEN demands.kind = 'threat' THEN 'threatens'
      WHEN demands.kind = 'condition' THEN 'sets as a condition'
      WHEN demands.kind = 'demand' THEN 'demands'
      ELSE 'proposes'
    END AS verb,
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
  LEFT JOIN claims ON claims.id = statements.claim_id
  LEFT JOIN demands ON demands.id = statements.demand_id
  LEFT JOIN actors AS demanders ON demanders.id = demands.demander_id
  LEFT JOIN demanders_in_words ON demanders_in_words.demand_id = statements.demand_id
  LEFT JOIN actors AS addressees ON addressees.id = demands.addressee_id
)
SELECT
  *,
  voices || coalesce(' ' || verb, '') || coalesce(' ' || remark, '') AS voice,
  voices || coalesce(' ' || verb, '') || coalesce(' ' || remark, '') || coalesce(' ' || sides, '') || ': ' || content AS sentence
FROM parts;
