-- Each statement whose content is inferred, with the words of its ground.
SELECT statement_id, group_concat('“' || replace(replace(exact, '“', '‘'), '”', '’') || '”', ' … ') AS ground
FROM (
  SELECT statement_grounds.statement_id, quotes.exact
  FROM statement_grounds JOIN quotes ON quotes.id = statement_grounds.quote_id
  ORDER BY quotes.start_char
)
GROUP BY statement_id;
