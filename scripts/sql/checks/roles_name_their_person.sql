-- Catch a role whose quotes do not name the person.
SELECT roles.id, person_id
FROM roles
WHERE NOT EXISTS (
  SELECT 1
  FROM role_quotes
  JOIN quotes ON quotes.id = role_quotes.quote_id
  JOIN names ON names.actor_id = person_id
  LEFT JOIN mentions ON mentions.name_id = names.id
  LEFT JOIN quotes AS named ON named.id = mentions.quote_id AND named.source_id = quotes.source_id
  WHERE role_id = roles.id
    AND (instr(quotes.exact, form) OR named.start_char >= quotes.start_char AND named.end_char <= quotes.end_char));
