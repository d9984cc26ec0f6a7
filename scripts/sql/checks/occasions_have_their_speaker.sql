-- Catch a speaker who has no part in the occasion of his words, nor anyone to whom he belongs or who belongs to him, as a delegate to
-- the delegation, nor any group; a document stands for whoever wrote it.
WITH kin (actor_id, relative_id) AS MATERIALIZED (
  SELECT actor_id, asked_id FROM actor_scopes
  UNION
  SELECT asked_id, actor_id FROM actor_scopes
)
SELECT attributions.id, attributions.holder_id, attributions.event_id
FROM attributions
JOIN actors ON actors.id = holder_id AND actors.kind <> 'document'
WHERE attributions.event_id IS NOT NULL AND NOT EXISTS (
  SELECT 1
  FROM participants
  JOIN actors AS present ON present.id = participants.actor_id
  LEFT JOIN kin ON kin.actor_id = participants.actor_id AND kin.relative_id = attributions.holder_id
  WHERE participants.event_id = attributions.event_id AND (kin.actor_id IS NOT NULL OR present.kind = 'group')
);
