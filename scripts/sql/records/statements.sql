-- Statements: who says what, where, when and to whom, through which chain, how surely and in what kind of speech.
SELECT
  'statements',
  statements.id,
  statements.sentence,
  actor_names.called || iif(attributions.holder_text <> actors.name, ' (' || attributions.holder_text || ')', '') || char(10)
    || 'Through: ' || attribution_chains.chain || char(10)
    || coalesce('To: ' || addressee_names.called || char(10), '')
    || coalesce((
      SELECT group_concat(line || char(10), '')
      FROM (
        SELECT 'On this occasion: ' || events.name || coalesce(' (' || said.date || ')', '') AS line
        FROM occasions
        JOIN events ON events.id = occasions.event_id
        LEFT JOIN article_datings AS said ON said.event_id = events.id AND said.source_id = statements.source_id
        JOIN attribution_chains AS links ON links.attribution_id = occasions.attribution_id
        WHERE occasions.statement_id = statements.id
        ORDER BY links.depth
      )
    ), '')
    || coalesce((
      SELECT group_concat(line || char(10), '')
      FROM (
        SELECT
          'On the ground of: “' || quotes.exact || '”'
            || coalesce(': ' || events.name || coalesce(' (' || article_datings.date || ')', ''), '') AS line
        FROM statement_grounds
        JOIN quotes ON quotes.id = statement_grounds.quote_id
        LEFT JOIN events ON events.id = statement_grounds.event_id
        LEFT JOIN article_datings ON article_datings.event_id = events.id AND article_datings.source_id = quotes.source_id
        WHERE statement_grounds.statement_id = statements.id
        ORDER BY quotes.start_char, quotes.id
      )
    ), '')
    || 'Certainty: ' || statements.certainty || '; speech: ' || statements.mode
    || '; distance: ' || attributions.distance || char(10)
    || coalesce(printed.amounts || char(10), '')
    || coalesce(statements.note || char(10), '')
    || 'In ' || sources.label
FROM statements
JOIN attributions ON attributions.id = statements.attribution_id
JOIN attribution_chains ON attribution_chains.attribution_id = statements.attribution_id
JOIN actors ON actors.id = attributions.holder_id
JOIN actor_names ON actor_names.actor_id = attributions.holder_id
JOIN sources ON sources.id = statements.source_id
LEFT JOIN actor_names AS addressee_names ON addressee_names.actor_id = attributions.addressee_id
LEFT JOIN (
  SELECT statement_id, group_concat(amount, '; ') AS amounts
  FROM (
    SELECT statement_id, amount
    FROM statement_quantities JOIN amounts ON amounts.quantity_id = statement_quantities.quantity_id
    ORDER BY statement_id, amounts.quantity_id
  )
  GROUP BY statement_id
) AS printed ON printed.statement_id = statements.id
ORDER BY statements.rowid;
