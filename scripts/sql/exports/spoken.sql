-- Every statement with its speaker, chain, words and article. The two tables of everything share it.
SELECT
  statements.id AS statement_id,
  holders.name AS speaker,
  attributions.holder_text AS speaker_as_printed,
  addressees.name AS spoken_to,
  statements.stance,
  statements.certainty,
  statements.mode,
  attributions.distance,
  attribution_chains.chain,
  attribution_chains.depth,
  occasions.name AS occasion,
  said.edtf AS said,
  said.earliest AS said_earliest,
  said.latest AS said_latest,
  quotes.exact AS words,
  grounds_in_words.ground,
  quotes.prefix,
  quotes.suffix,
  quotes.start_char,
  quotes.end_char,
  quotes.source_id,
  sources.label AS source,
  published.value AS published,
  sources.sha256 AS source_sha256
FROM statements
JOIN quotes ON quotes.id = statements.quote_id
JOIN sources ON sources.id = statements.source_id
JOIN attributions ON attributions.id = statements.attribution_id
JOIN attribution_chains ON attribution_chains.attribution_id = attributions.id
JOIN actors AS holders ON holders.id = attributions.holder_id
LEFT JOIN actors AS addressees ON addressees.id = attributions.addressee_id
LEFT JOIN events AS occasions ON occasions.id = attribution_chains.event_id
LEFT JOIN article_datings AS said ON said.event_id = occasions.id AND said.source_id = sources.id
LEFT JOIN grounds_in_words ON grounds_in_words.statement_id = statements.id
LEFT JOIN source_metadata AS published
  ON published.source_id = sources.id AND published.field = 'date_published' AND published.basis = 'stated';
