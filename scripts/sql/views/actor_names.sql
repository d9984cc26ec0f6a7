-- Every actor by name, with the other forms under which the articles print it.
SELECT
  actors.id AS actor_id,
  actors.name,
  actors.name || coalesce(
    ' (also: ' || (
      SELECT group_concat(form, ', ')
      FROM (SELECT DISTINCT form FROM names WHERE actor_id = actors.id AND form <> actors.name ORDER BY form)
    ) || ')', ''
  ) AS called
FROM actors;
