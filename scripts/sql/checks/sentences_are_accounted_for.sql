-- Catch a sentence that no code touches and no reason explains, and a coded one with a reason.
SELECT id, coding, reason FROM sentences WHERE (coding = 'explained') <> (reason IS NOT NULL);
