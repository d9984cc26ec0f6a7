-- Actors by topic: on how much of a topic an actor takes a stand. Each demand or claim counts once, however often it is repeated.

-- actor_id: the speaker
-- topic_id: the topic
-- concepts: demands and claims on which the actor takes a stand
-- agreed: those of them the actor is for
-- rejected: those of them the actor is against
-- statements: all statements, repetitions included
WITH links (concept_table, concept_id, topic_id) AS (
  SELECT 'demands', demand_id, topic_id FROM demand_topics
  UNION ALL
  SELECT 'claims', claim_id, topic_id FROM claim_topics
)
SELECT
  dna_statements.speaker_id AS actor_id,
  links.topic_id,
  count(DISTINCT links.concept_table || ' ' || links.concept_id) AS concepts,
  count(DISTINCT iif(agreement = 1, links.concept_table || ' ' || links.concept_id, NULL)) AS agreed,
  count(DISTINCT iif(agreement = 0, links.concept_table || ' ' || links.concept_id, NULL)) AS rejected,
  count(*) AS statements
FROM temp.dna_statements JOIN links USING (concept_table, concept_id)
WHERE agreement IS NOT NULL
GROUP BY dna_statements.speaker_id, links.topic_id
ORDER BY dna_statements.speaker_id, links.topic_id;
