-- Which records may have the words as their name
-- Any name an article prints, a family name or a heading that has all of them, no more than :most of each.
SELECT form AS name, actor_id AS id
FROM (SELECT rowid FROM names_fts WHERE names_fts MATCH :all_words LIMIT :most) AS found JOIN names ON names.rowid = found.rowid
UNION
SELECT heading, row_id
FROM (SELECT rowid FROM records_fts WHERE records_fts MATCH 'heading : ' || :all_words LIMIT :most) AS found
JOIN record_texts ON record_texts.id = found.rowid
UNION
SELECT family_name, people.id
FROM (SELECT rowid FROM records_fts WHERE records_fts MATCH 'heading : ' || :all_words LIMIT :most) AS found
JOIN record_texts ON record_texts.id = found.rowid AND table_name = 'people'
JOIN people ON people.id = row_id
