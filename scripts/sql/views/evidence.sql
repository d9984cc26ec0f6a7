-- Every span behind every record. A demand's or claim's spans are those of its statements, with their grounds, and quantities; a
-- statement's are its words, its ground, the cue of every link of its chain, and the words that date the occasion of any of them.
-- (UNION ALL lets SQLite look up one record's links before it reads any others; CROSS JOIN keeps it from reading all links for
-- each dating.)
WITH links (table_name, row_id, quote_id) AS (
  SELECT 'sources', source_id, quote_id FROM source_metadata WHERE quote_id IS NOT NULL
  UNION ALL
  SELECT 'sources', source_id, quote_id FROM source_quotes
  UNION ALL
  SELECT iif(people.id IS NULL, 'actors', 'people'), names.actor_id, mentions.quote_id
  FROM mentions JOIN names ON names.id = mentions.name_id LEFT JOIN people ON people.id = names.actor_id
  UNION ALL
  SELECT 'actor_members', actor_member_id, quote_id FROM actor_member_quotes
  UNION ALL
  SELECT 'roles', role_id, quote_id FROM role_quotes
  UNION ALL
  SELECT 'events', event_id, quote_id FROM event_quotes
  UNION ALL
  SELECT 'events', event_id, quote_id FROM event_dates
  UNION ALL
  SELECT 'events', event_id, quote_id FROM quantities WHERE event_id IS NOT NULL
  UNION ALL
  SELECT 'participants', participant_id, quote_id FROM participant_quotes
  UNION ALL
  SELECT 'demands', demand_id, quote_id FROM statements WHERE demand_id IS NOT NULL
  UNION ALL
  SELECT 'demands', statements.demand_id, statement_grounds.quote_id
  FROM statements JOIN statement_grounds ON statement_grounds.statement_id = statements.id
  WHERE statements.demand_id IS NOT NULL
  UNION ALL
  SELECT 'demands', demand_id, quote_id FROM quantities WHERE demand_id IS NOT NULL
  UNION ALL
  SELECT 'claims', claim_id, quote_id FROM statements WHERE claim_id IS NOT NULL
  UNION ALL
  SELECT 'claims', statements.claim_id, statement_grounds.quote_id
  FROM statements JOIN statement_grounds ON statement_grounds.statement_id = statements.id
  WHERE statements.claim_id IS NOT NULL
  UNION ALL
  SELECT 'claims', claim_id, quote_id FROM quantities WHERE claim_id IS NOT NULL
  UNION ALL
  SELECT 'statements', id, quote_id FROM statements
  UNION ALL
  SELECT 'statements', statement_id, quote_id FROM statement_grounds
  UNION ALL
  SELECT 'statements', chain_links.statement_id, attributions.cue_quote_id
  FROM chain_links JOIN attributions ON attributions.id = chain_links.attribution_id
  WHERE attributions.cue_quote_id IS NOT NULL
  UNION ALL
  SELECT 'statements', chain_links.statement_id, event_dates.quote_id
  FROM chain_links
  JOIN attributions ON attributions.id = chain_links.attribution_id
  CROSS JOIN article_datings ON article_datings.event_id = attributions.event_id AND article_datings.source_id = attributions.source_id
  JOIN event_dates ON event_dates.event_id = article_datings.event_id
  JOIN quotes ON quotes.id = event_dates.quote_id AND quotes.source_id = article_datings.source_id
  WHERE event_dates.quote_id = article_datings.quote_id OR instr(article_datings.edtf, '{') AND instr(article_datings.edtf, event_dates.edtf)
  UNION ALL
  SELECT 'statements', statement_id, quote_id FROM statement_quantities
  UNION ALL
  SELECT 'discrepancies', discrepancy_sides.discrepancy_id, discrepancy_side_quotes.quote_id
  FROM discrepancy_side_quotes JOIN discrepancy_sides ON discrepancy_sides.id = discrepancy_side_quotes.side_id
)
SELECT DISTINCT links.table_name, links.row_id, quotes.source_id, quotes.start_char, quotes.end_char, quotes.exact
FROM links JOIN quotes ON quotes.id = links.quote_id;
