-- Who sat in it
SELECT
  replace(delegations.part, '_', ' ') AS line,
  delegations.name AS item,
  delegations.actor_id AS item_id,
  NULL AS note,
  delegations.source_id
FROM delegations
JOIN contract_values AS parts
  ON parts.table_name = 'participants' AND parts.field_name = 'part' AND parts.value = delegations.part
WHERE delegations.delegation_id = :id
ORDER BY parts.position, delegations.name, delegations.source_id
