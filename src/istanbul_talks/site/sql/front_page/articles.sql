-- The first articles, and how much of each is coded
-- The share is that of the characters inside any quote: a quote counts from where those before it end.
WITH first AS MATERIALIZED (
  SELECT id, label, length FROM sources ORDER BY id LIMIT :most
),
covered AS (
  SELECT source_id, start_char, end_char, coalesce(
    max(end_char) OVER (
      PARTITION BY source_id ORDER BY start_char, end_char ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
    ), 0
  ) AS reached
  FROM quotes
  WHERE source_id IN (SELECT id FROM first)
),
coded AS MATERIALIZED (
  SELECT source_id, count(*) AS quotes, sum(max(0, end_char - max(start_char, reached))) AS characters
  FROM covered
  GROUP BY source_id
)
SELECT
  first.id,
  first.label,
  (SELECT value FROM source_metadata WHERE source_id = first.id AND field = 'publisher') AS publisher,
  (SELECT date FROM dates_in_words WHERE source_metadata_id = first.id || '_date_published') AS published,
  (SELECT count(*) FROM sentences WHERE source_id = first.id) AS sentences,
  coalesce(coded.quotes, 0) AS quotes,
  round(100.0 * coalesce(coded.characters, 0) / first.length) AS share
FROM first LEFT JOIN coded ON coded.source_id = first.id
ORDER BY first.id
