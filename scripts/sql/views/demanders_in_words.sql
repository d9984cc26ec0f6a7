-- Each demand with all who make it, as a phrase: its demander, then the others by name; `called` has the other forms of the names, too.
SELECT demand_id, group_concat(name, '; ') AS demanders, group_concat(called, '; ') AS called
FROM (
  SELECT demand_makers.demand_id, actor_names.name, actor_names.called
  FROM demand_makers JOIN actor_names USING (actor_id)
  ORDER BY demand_makers.demand_id, demand_makers.is_demander DESC, actor_names.name COLLATE NOCASE
)
GROUP BY demand_id;
