-- Claims upheld by one article's speakers and denied by another's, and demands on which a holder takes another stand
WITH stood (source_id, record_id, demand, holder_id, stance, upheld, quote_id) AS (
  SELECT statements.source_id, coalesce(demand_id, claim_id), demand_id IS NOT NULL, holder_id, stance,
    stance IN ('makes', 'reiterates', 'accepts', 'asserts', 'reports'), quote_id
  FROM statements JOIN attributions ON attributions.id = attribution_id
)
SELECT min(here.quote_id) AS quote_id, there.source_id, here.record_id || ': ' || here.holder_id || ' ' || here.stance || ', but in ' || there.source_id || ' '
  || there.holder_id || ' ' || there.stance AS difference
FROM stood AS here
JOIN stood AS there ON there.record_id = here.record_id AND there.source_id <> here.source_id AND there.upheld <> here.upheld
WHERE here.source_id = :source AND (NOT here.demand OR there.holder_id = here.holder_id)
GROUP BY 3;
