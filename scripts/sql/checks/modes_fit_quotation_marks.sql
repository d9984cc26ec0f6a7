-- Catch a mode of speech that the quotation marks belie: direct is wholly inside them, mixed partly, indirect not at all.
WITH placed AS (
  SELECT
    statements.id,
    statements.mode,
    quotes.exact,
    attributions.parent_id IS NULL AS own_voice,
    max(coalesce(quotations.start_char <= quotes.start_char AND quotes.end_char <= quotations.end_char, 0)) AS inside,
    count(quotations.start_char) > 0 AS touching
  FROM statements
  JOIN attributions ON attributions.id = statements.attribution_id
  JOIN quotes ON quotes.id = statements.quote_id
  LEFT JOIN quotations
    ON quotations.source_id = quotes.source_id
    AND quotations.start_char < quotes.end_char AND quotes.start_char < quotations.end_char
  GROUP BY statements.id
)
SELECT id, mode, exact FROM placed
WHERE (mode = 'narrated') <> own_voice
  OR (mode = 'direct' AND NOT inside)
  OR (mode = 'mixed' AND (inside OR NOT touching))
  OR (mode = 'indirect' AND touching);
