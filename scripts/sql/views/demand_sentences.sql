-- Each demand as one sentence: by whose account it is known where no article has it from those who make it, who wants it, of whom
-- where an article names who is asked, in which round it was first put, a colon, and what is wanted.
WITH accounts AS (
  SELECT
    statements.demand_id,
    iif(min(attribution_chains.account IS NOT NULL), group_concat(DISTINCT attribution_chains.account), NULL) AS account,
    json_group_array(DISTINCT attributions.addressee_id) AS addressee_ids
  FROM statements
  JOIN attributions ON attributions.id = statements.attribution_id
  JOIN attribution_chains ON attribution_chains.attribution_id = statements.attribution_id
  WHERE statements.stance IN ('makes', 'reiterates')
  GROUP BY statements.demand_id
)
SELECT
  demands.id,
  accounts.account,
  coalesce('According to ' || accounts.account || ': ', '') || makers.demanders || coalesce(' → ' || addressees.name, '')
    || coalesce(' (' || rounds.name || ')', '') || ': ' || demands.content AS sentence
FROM demands
JOIN demanders_in_words AS makers ON makers.demand_id = demands.id
LEFT JOIN accounts ON accounts.demand_id = demands.id
LEFT JOIN actors AS addressees
  ON addressees.id = demands.addressee_id AND addressees.id IN (SELECT value FROM json_each(accounts.addressee_ids))
LEFT JOIN demand_rounds AS rounds ON rounds.demand_id = demands.id AND rounds.part = 'first put';
