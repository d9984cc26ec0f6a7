-- Each side of a discrepancy with its voice as it stands before what it says: of the attributions to its holder with a cue in the
-- same sentence the one through which most of the quoted words are told, with its whole chain, the article's own verb and the distance;
-- where there is none, the holder, and where the article speaks for itself, its author.
WITH candidates AS (
  SELECT
    discrepancy_sides.id AS side_id,
    attributions.id AS attribution_id,
    attributions.distance,
    cues.exact AS cue,
    abs(cues.start_char - quotes.start_char) AS gap,
    min(said.end_char, quotes.end_char) - max(said.start_char, quotes.start_char) AS shared,
    said.end_char - said.start_char AS length
  FROM discrepancy_sides
  JOIN discrepancy_side_quotes ON discrepancy_side_quotes.side_id = discrepancy_sides.id
  JOIN quotes ON quotes.id = discrepancy_side_quotes.quote_id
  JOIN attributions ON attributions.holder_id = discrepancy_sides.holder_id AND attributions.source_id = discrepancy_sides.source_id
  JOIN quotes AS cues ON cues.id = attributions.cue_quote_id AND cues.sentence_id = quotes.sentence_id
  LEFT JOIN chain_links ON chain_links.attribution_id = attributions.id
  LEFT JOIN statements ON statements.id = chain_links.statement_id
  LEFT JOIN quotes AS said
    ON said.id = statements.quote_id AND said.start_char < quotes.end_char AND quotes.start_char < said.end_char
),
nearest AS (
  SELECT *, row_number() OVER (
    PARTITION BY side_id ORDER BY coalesce(1.0 * shared / length, 0) DESC, shared DESC, distance = 'neutral', gap, attribution_id
  ) AS place
  FROM candidates
),
named AS (
  SELECT
    discrepancy_sides.id,
    nearest.distance,
    nearest.cue,
    lower(nearest.cue) LIKE 'according to%' OR lower(nearest.cue) LIKE 'as stated by%' AS is_according,
    coalesce(attribution_chains.voices, holders.name, authors.name) AS voices
  FROM discrepancy_sides
  JOIN sources ON sources.id = discrepancy_sides.source_id
  JOIN actors AS authors ON authors.id = sources.author_id
  LEFT JOIN actors AS holders ON holders.id = discrepancy_sides.holder_id
  LEFT JOIN nearest ON nearest.side_id = discrepancy_sides.id AND nearest.place = 1
  LEFT JOIN attribution_chains ON attribution_chains.attribution_id = nearest.attribution_id
)
SELECT
  id,
  iif(distance = 'neutral' AND is_according, 'According to ' || voices, upper(substr(voices, 1, 1)) || substr(voices, 2))
    || iif(distance = 'neutral' AND NOT is_according, ' “' || cue || '”', '') AS voice
FROM named;
