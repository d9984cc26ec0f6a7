-- What is said of {name}
-- Claims whose words name {name}, by others.
SELECT DISTINCT claims.sentence AS item, claims.id AS item_id, NULL AS note, statements.source_id, statements.quote_id
FROM names
JOIN mentions ON mentions.name_id = names.id
JOIN quotes AS named ON named.id = mentions.quote_id
JOIN quotes ON quotes.sentence_id = named.sentence_id AND quotes.start_char <= named.start_char AND named.end_char <= quotes.end_char
JOIN statements ON statements.quote_id = quotes.id
JOIN claims ON claims.id = statements.claim_id
WHERE names.actor_id = :id AND claims.id NOT IN (
  SELECT statements.claim_id
  FROM actor_scopes
  JOIN attributions ON attributions.holder_id = actor_scopes.actor_id
  JOIN statements ON statements.attribution_id = attributions.id
  WHERE actor_scopes.asked_id = :id AND statements.claim_id IS NOT NULL
)
ORDER BY item, statements.source_id, quotes.start_char, statements.id
