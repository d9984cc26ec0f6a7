-- How many events begin in each year, or end in it where they have no beginning
-- Those without a date come last.
SELECT substr(coalesce(earliest, latest), 1, 4) AS year, count(*) AS events
FROM events
GROUP BY year
ORDER BY year IS NULL, year
