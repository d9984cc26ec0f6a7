-- The kinds of a table's records.
SELECT value, replace(value, '_', ' ')
FROM contract_values
WHERE table_name = :table AND field_name = 'kind'
ORDER BY position
