-- Catch a name whose number of occurrences is not that of its mentions.
SELECT names.id, names.occurrences, count(mentions.id) AS mentions
FROM names LEFT JOIN mentions ON mentions.name_id = names.id
GROUP BY names.id
HAVING names.occurrences <> count(mentions.id);
