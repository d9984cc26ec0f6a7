-- The view `records`, worked out once, with the integer key that full-text search needs. What is searched is the label and the text
-- without titles of articles (heading, content): these would be found in every record of the article.
CREATE TABLE record_texts (
  id INTEGER PRIMARY KEY,
  table_name TEXT NOT NULL,
  row_id TEXT NOT NULL,
  label TEXT NOT NULL,
  heading TEXT NOT NULL,
  text TEXT NOT NULL,
  content TEXT NOT NULL,
  is_part INTEGER NOT NULL, -- 1 of a row that only belongs to another record
  UNIQUE (table_name, row_id)
) STRICT;
