-- When each record was said or happened, a row for each date, worked out once (sql/search/) for the search by time; `date` is in words.
CREATE TABLE search_dates (
  table_name TEXT NOT NULL,
  row_id TEXT NOT NULL,
  date TEXT,
  earliest TEXT,
  latest TEXT
) STRICT;
CREATE INDEX search_dates_of_record ON search_dates (table_name, row_id);
