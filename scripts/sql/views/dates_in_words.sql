-- Every event with its date as people read it, and (event_date_id) with each dating by an article. Rows with a
-- source_metadata_id alone are the days on which articles say that they were published, or their originals were.
SELECT event_id, event_date_id, source_metadata_id, date FROM worded_dates;
