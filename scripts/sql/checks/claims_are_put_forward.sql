-- Catch a claim that nobody asserts, reports or questions: it is denied only, so it is worded the wrong way round.
SELECT claims.id, claims.proposition
FROM claims
WHERE NOT EXISTS (
  SELECT 1 FROM statements
  WHERE statements.claim_id = claims.id AND stance IN ('asserts', 'reports', 'questions')
);
