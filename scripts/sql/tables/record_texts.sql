-- The view `records`, worked out once, with the integer key that full-text search needs.
CREATE TABLE record_texts (
  id INTEGER PRIMARY KEY,
  table_name TEXT NOT NULL,
  row_id TEXT NOT NULL,
  label TEXT NOT NULL,
  text TEXT NOT NULL,
  UNIQUE (table_name, row_id)
) STRICT;
