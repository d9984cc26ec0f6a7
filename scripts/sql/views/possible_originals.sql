-- Each statement that comes through a publication of which another article may be the very text, with a sentence that says
-- that the voice relayed there and that article's author may be one.
SELECT
  source_metadata.id AS source_metadata_id,
  source_metadata.source_id,
  source_metadata.event_id,
  statements.id AS statement_id,
  statements.quote_id,
  relayed.name || ' and ' || authors.name || ' may be one voice: that article may be the text of “' || events.name
    || '” (' || iif(source_metadata.basis = 'external', 'from outside the articles', source_metadata.basis) || ')' AS note
FROM source_metadata
JOIN events ON events.id = source_metadata.event_id
JOIN sources ON sources.id = source_metadata.source_id
JOIN actors AS authors ON authors.id = sources.author_id
JOIN attributions ON attributions.event_id = source_metadata.event_id
JOIN actors AS relayed ON relayed.id = attributions.holder_id
JOIN statements ON statements.source_id <> source_metadata.source_id AND statements.attribution_id IN (
  WITH RECURSIVE inward (id) AS (
    SELECT attributions.id
    UNION
    SELECT inner_links.id FROM attributions AS inner_links JOIN inward ON inner_links.parent_id = inward.id
  )
  SELECT id FROM inward
);
