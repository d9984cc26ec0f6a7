-- Tables that hold records to search
-- In the order of the contract.
SELECT name FROM contract_tables WHERE json_array_length(search_fields) > 0 ORDER BY position
