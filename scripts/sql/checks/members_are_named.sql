-- Catch a member whom an article counts to a group in words that do not name him, or in none.
SELECT actor_members.id, quotes.source_id
FROM actor_members
LEFT JOIN actor_member_quotes ON actor_member_id = actor_members.id
LEFT JOIN quotes ON quotes.id = quote_id
LEFT JOIN names ON names.actor_id = member_id AND instr(exact, form) AND (names.source_id IS NULL OR names.source_id = quotes.source_id)
GROUP BY actor_members.id, quotes.source_id
HAVING count(names.id) = 0;
