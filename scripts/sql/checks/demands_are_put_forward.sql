-- Catch a demand that nobody makes, repeats, drops or reports: to agree to it or refuse it is a stand on somebody's demand.
SELECT demands.id, demands.content
FROM demands
WHERE NOT EXISTS (
  SELECT 1 FROM statements
  WHERE statements.demand_id = demands.id AND stance IN ('makes', 'reiterates', 'drops', 'reports')
);
