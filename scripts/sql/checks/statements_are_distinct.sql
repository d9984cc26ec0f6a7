-- Catch the same words coded twice as the same speaker's same stance on the same thing.
SELECT min(id) AS id, group_concat(id, ' ') AS statements
FROM statements
GROUP BY quote_id, attribution_id, demand_id, claim_id, stance
HAVING count(*) > 1;
