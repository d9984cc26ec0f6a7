-- Who sat in it
SELECT
  delegations.name AS member,
  delegations.actor_id AS member_id,
  replace(delegations.part, '_', ' ') AS part,
  delegations.posts AS "posts in that article",
  sources.label AS article,
  sources.id AS article_id,
  quotes.exact AS words,
  quotes.id AS quote_id
FROM delegations
JOIN sources ON sources.id = delegations.source_id
JOIN participant_quotes ON participant_quotes.participant_id = delegations.participant_id
JOIN quotes ON quotes.id = participant_quotes.quote_id AND quotes.source_id = sources.id
JOIN contract_values AS parts
  ON parts.table_name = 'participants' AND parts.field_name = 'part' AND parts.value = delegations.part
WHERE delegations.delegation_id = :id
ORDER BY parts.position, delegations.name, sources.id, quotes.start_char
