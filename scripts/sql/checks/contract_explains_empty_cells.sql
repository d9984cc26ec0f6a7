-- Catch a column that may be empty while the contract does not say what an empty cell means.
SELECT table_name, name FROM contract_fields WHERE NOT required AND empty IS NULL;
