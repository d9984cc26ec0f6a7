-- The articles.
SELECT id, label FROM sources ORDER BY label COLLATE NOCASE, id
