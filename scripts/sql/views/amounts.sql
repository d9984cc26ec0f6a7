-- Every quantity as a phrase: its sign unless exact, the number or both ends, the unit, the printed words.
SELECT
  quantities.id AS quantity_id,
  quantities.demand_id,
  quantities.claim_id,
  quantities.event_id,
  quantities.quote_id,
  iif(comparator = '=', '', comparator || ' ')
    || iif(value = CAST(value AS INTEGER), CAST(value AS INTEGER), value)
    || coalesce(' to ' || iif(upper_value = CAST(upper_value AS INTEGER), CAST(upper_value AS INTEGER), upper_value), '')
    || ' ' || unit || ' (“' || quotes.exact || '”)' AS amount
FROM quantities JOIN quotes ON quotes.id = quantities.quote_id;
