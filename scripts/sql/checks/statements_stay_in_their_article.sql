-- Catch a statement whose quote or attribution belongs to another article.
SELECT statements.id, statements.source_id, quotes.source_id AS quoted, attributions.source_id AS attributed
FROM statements
JOIN quotes ON quotes.id = statements.quote_id
JOIN attributions ON attributions.id = statements.attribution_id
WHERE quotes.source_id <> statements.source_id OR attributions.source_id <> statements.source_id;
