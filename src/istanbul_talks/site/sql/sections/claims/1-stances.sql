-- Who asserts, who denies
SELECT
  replace(said.stance, '_', ' ') AS stance,
  said.speaker,
  attributions.holder_id AS speaker_id,
  said.certainty,
  said.words,
  statements.quote_id,
  sources.label AS article,
  sources.id AS article_id
FROM claims_in_words AS said
JOIN statements ON statements.id = said.statement_id
JOIN attributions ON attributions.id = statements.attribution_id
JOIN sources ON sources.id = said.source_id
WHERE said.claim_id = :id
ORDER BY said.stance, said.source_id, said.start_char
