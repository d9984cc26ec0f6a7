-- Each demand with whose it is and of whom: a join, and one that finds nothing where no addressee is named.
SELECT demands.dataset, demands.id, demanders.name AS demander, addressees.name AS addressee
FROM demands
JOIN actors AS demanders ON demanders.dataset = demands.dataset AND demanders.id = demands.demander_id
LEFT JOIN actors AS addressees ON addressees.dataset = demands.dataset AND addressees.id = demands.addressee_id
