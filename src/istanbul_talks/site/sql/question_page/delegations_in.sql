-- The talks to which delegations came.
SELECT DISTINCT events.id, events.name
FROM delegations JOIN events ON events.name = delegations.round
ORDER BY events.earliest, events.name
