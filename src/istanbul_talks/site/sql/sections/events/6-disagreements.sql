-- Disagreements over the same words
SELECT DISTINCT
  discrepancies.label AS disagreement,
  discrepancies.id AS disagreement_id,
  discrepancies.kind,
  replace(discrepancies.status, '_', ' ') AS status
FROM (
  SELECT quote_id FROM event_quotes WHERE event_id = :id
  UNION
  SELECT quote_id FROM event_dates WHERE event_id = :id
  UNION
  SELECT quote_id
  FROM participant_quotes
  JOIN participants ON participants.id = participant_quotes.participant_id
  WHERE event_id = :id
)
JOIN discrepancy_side_quotes USING (quote_id)
JOIN discrepancy_sides ON discrepancy_sides.id = discrepancy_side_quotes.side_id
JOIN discrepancies ON discrepancies.id = discrepancy_sides.discrepancy_id
ORDER BY discrepancies.kind, discrepancies.label
