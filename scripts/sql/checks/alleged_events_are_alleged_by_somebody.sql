-- Catch an event that is told only as somebody's claim, but nobody asserts or reports a claim about it or tells what was said in it.
SELECT id, name FROM events WHERE status = 'alleged' AND id NOT IN (SELECT event_id FROM allegations);
