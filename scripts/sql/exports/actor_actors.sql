-- Actors by actor: on how many demands and claims two speakers take the same stand, and on how many opposite ones.

-- actor_id: one speaker
-- other_id: the other; each pair stands once
-- congruence: demands and claims on which both take the same stand
-- conflict: those on which they take opposite stands
WITH stands AS (
  SELECT DISTINCT speaker_id, concept_table, concept_id, agreement
  FROM temp.dna_statements
  WHERE agreement IS NOT NULL
)
SELECT
  one.speaker_id AS actor_id,
  other.speaker_id AS other_id,
  sum(one.agreement = other.agreement) AS congruence,
  sum(one.agreement <> other.agreement) AS conflict
FROM stands AS one
JOIN stands AS other USING (concept_table, concept_id)
WHERE one.speaker_id < other.speaker_id
GROUP BY one.speaker_id, other.speaker_id
ORDER BY one.speaker_id, other.speaker_id;
