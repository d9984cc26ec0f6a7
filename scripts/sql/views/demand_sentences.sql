-- Each demand as one sentence: by whose account it is known where no article has it from those who make it, who wants it of whom,
-- in which round it was first put, a colon, and what is wanted.
WITH accounts AS (
  SELECT
    statements.demand_id,
    group_concat(DISTINCT attribution_chains.account) AS account
  FROM statements JOIN attribution_chains ON attribution_chains.attribution_id = statements.attribution_id
  WHERE statements.stance IN ('makes', 'reiterates')
  GROUP BY statements.demand_id
  HAVING min(attribution_chains.account IS NOT NULL)
)
SELECT
  demands.id,
  accounts.account,
  coalesce('According to ' || accounts.account || ': ', '') || makers.demanders || coalesce(' → ' || addressees.name, '')
    || coalesce(' (' || rounds.name || ')', '') || ': ' || demands.content AS sentence
FROM demands
JOIN demanders_in_words AS makers ON makers.demand_id = demands.id
LEFT JOIN accounts ON accounts.demand_id = demands.id
LEFT JOIN actors AS addressees ON addressees.id = demands.addressee_id
LEFT JOIN demand_rounds AS rounds ON rounds.demand_id = demands.id AND rounds.part = 'first put';
