-- Catch an event that is told as going on but said to happen once.
SELECT id, status, duration FROM events WHERE status = 'ongoing' AND duration <> 'lasts';
