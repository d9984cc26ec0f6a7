-- The view `dates_in_words`, worked out once (sql/dates/): most of what readers ask stands on it, and what it says of an end or a night
-- takes SQLite longer to prepare than all the rest of a query.
CREATE TABLE worded_dates (
  event_id TEXT,
  event_date_id TEXT,
  source_metadata_id TEXT,
  date TEXT
) STRICT;
CREATE INDEX worded_dates_of_event ON worded_dates (event_id);
CREATE INDEX worded_dates_of_metadata ON worded_dates (source_metadata_id);
