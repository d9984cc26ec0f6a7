-- Catch a member whom an article counts to a group in words that do not name him, or in none.
SELECT actor_members.id, quotes.source_id
FROM actor_members
LEFT JOIN actor_member_quotes ON actor_member_id = actor_members.id
LEFT JOIN quotes ON quotes.id = actor_member_quotes.quote_id
LEFT JOIN names ON names.actor_id = member_id AND (names.source_id IS NULL OR names.source_id = quotes.source_id)
LEFT JOIN mentions ON mentions.name_id = names.id
LEFT JOIN quotes AS named ON named.id = mentions.quote_id AND named.source_id = quotes.source_id
GROUP BY actor_members.id, quotes.source_id
HAVING NOT coalesce(max(
  instr(quotes.exact, form) OR named.start_char >= quotes.start_char AND named.end_char <= quotes.end_char
), FALSE);
