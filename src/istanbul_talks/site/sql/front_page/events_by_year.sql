-- How many events begin in each year
-- Those without a date come last.
SELECT substr(earliest, 1, 4) AS year, count(*) AS events
FROM events
GROUP BY year
ORDER BY year IS NULL, year
