-- Catch a role whose quotes do not name the person.
SELECT roles.id, person_id
FROM roles
WHERE NOT EXISTS (
  SELECT 1
  FROM role_quotes
  JOIN quotes ON quotes.id = role_quotes.quote_id
  JOIN names ON names.actor_id = person_id AND instr(exact, form)
  WHERE role_id = roles.id);
