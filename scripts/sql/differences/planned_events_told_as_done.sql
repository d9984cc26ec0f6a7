-- Planned or proposed events that may be told as done: no word of a plan in their sentences, or dated before the article. If so,
-- change the status in registers/events.yaml, or code what happened as an event of its own
WITH told (source_id, event_id, quote_id, words, planned) AS (
  SELECT quotes.source_id, event_id, min(quotes.id), group_concat(exact, '” … “'), max(EXISTS (
    SELECT 1
    FROM sentences
    JOIN texts ON texts.source_id = sentences.source_id
    JOIN sources ON sources.id = sentences.source_id
    JOIN language_forms ON language_forms.language = sources.language AND language_forms.kind = 'plans'
    WHERE sentences.id = quotes.sentence_id
      AND ' ' || substr(text, sentences.start_char + 1, sentences.end_char - sentences.start_char) LIKE '% ' || form || '%'
  ))
  FROM event_quotes JOIN quotes ON quotes.id = event_quotes.quote_id
  GROUP BY quotes.source_id, event_id
),
published (source_id, day) AS (SELECT source_id, value FROM source_metadata WHERE field = 'date_published')
SELECT told.quote_id, NULL AS source_id, events.id || ' (' || events.status || '): “' || words || '”'
  || iif(day > events.latest, ', dated ' || events.date_text || ', before the article', '') AS difference
FROM told
JOIN events ON events.id = told.event_id
LEFT JOIN published ON published.source_id = told.source_id
WHERE told.source_id = :source AND events.status IN ('planned', 'proposed') AND (NOT planned OR day > events.latest);
