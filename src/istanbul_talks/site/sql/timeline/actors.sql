-- Who took part in how many events, with all that counts as them; who took part in most comes first
SELECT actors.id, actors.name, count(DISTINCT participants.event_id) AS events
FROM participants
JOIN actor_scopes ON actor_scopes.actor_id IN (participants.actor_id, participants.on_behalf_of_id)
JOIN actors ON actors.id = actor_scopes.asked_id
GROUP BY actors.id
ORDER BY events DESC, actors.name, actors.id
