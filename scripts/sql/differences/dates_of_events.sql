-- Events dated otherwise than by another article, neither date within the other
SELECT DISTINCT here.quote_id, there.source_id, events.id || ': ' || here.date || ' (“' || here.date_text || '”), but ' || there.source_id || ' has '
  || there.date || ' (“' || there.date_text || '”)' AS difference
FROM article_datings AS here
JOIN article_datings AS there ON there.event_id = here.event_id AND there.source_id <> here.source_id
JOIN events ON events.id = here.event_id
WHERE here.source_id = :source
  AND NOT (here.earliest >= there.earliest AND coalesce(here.latest, '9999') <= coalesce(there.latest, '9999'))
  AND NOT (there.earliest >= here.earliest AND coalesce(there.latest, '9999') <= coalesce(here.latest, '9999'));
