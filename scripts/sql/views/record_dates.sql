-- Each participant, and each demand and claim tied to an event, with the date of that event by the record's own articles, in words; by
-- which article where they differ. Where none of them gives one, the date on which the dataset settles, after the articles that give it.
WITH tied (table_name, row_id, event_id, source_id) AS (
  SELECT 'participants', participants.id, participants.event_id, quotes.source_id
  FROM participants
  JOIN participant_quotes ON participant_quotes.participant_id = participants.id
  JOIN quotes ON quotes.id = participant_quotes.quote_id
  UNION
  SELECT 'demands', demands.id, demands.event_id, statements.source_id
  FROM demands JOIN statements ON statements.demand_id = demands.id
  WHERE demands.event_id IS NOT NULL
  UNION
  SELECT 'claims', claims.id, claims.event_id, statements.source_id
  FROM claims JOIN statements ON statements.claim_id = claims.id
  WHERE claims.event_id IS NOT NULL
),
own (table_name, row_id, event_id, date, label) AS (
  SELECT tied.table_name, tied.row_id, tied.event_id, article_datings.date, sources.label
  FROM tied
  JOIN sources ON sources.id = tied.source_id
  LEFT JOIN article_datings ON article_datings.event_id = tied.event_id AND article_datings.source_id = tied.source_id
)
SELECT
  own.table_name,
  own.row_id,
  own.event_id,
  CASE count(DISTINCT own.date)
    WHEN 0 THEN 'dated by ' || (
      SELECT group_concat(label, ' and ')
      FROM (
        SELECT DISTINCT sources.label
        FROM event_periods
        JOIN event_dates ON event_dates.event_id = event_periods.event_id AND event_dates.edtf = event_periods.edtf
        JOIN quotes ON quotes.id = event_dates.quote_id
        JOIN sources ON sources.id = quotes.source_id
        WHERE event_periods.event_id = own.event_id
        ORDER BY sources.id
      )
    ) || ': ' || dates_in_words.date
    WHEN 1 THEN max(own.date)
    ELSE (
      SELECT group_concat(phrase, '; ')
      FROM (
        SELECT article_datings.date || ' by ' || sources.label AS phrase
        FROM tied
        JOIN sources ON sources.id = tied.source_id
        JOIN article_datings ON article_datings.event_id = tied.event_id AND article_datings.source_id = tied.source_id
        WHERE tied.table_name = own.table_name AND tied.row_id = own.row_id
        ORDER BY article_datings.earliest, article_datings.latest, sources.id
      )
    )
  END AS date
FROM own
JOIN dates_in_words ON dates_in_words.event_id = own.event_id AND dates_in_words.event_date_id IS NULL AND dates_in_words.date IS NOT NULL
GROUP BY own.table_name, own.row_id, own.event_id;
