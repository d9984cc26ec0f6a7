-- Statements as a flat table for discourse network analysis (Leifeld): who takes which stand on which concept, when.

-- statement_id: the statement, as in the table statements
-- source_id: the article (DNA: document)
-- date: day of the statement, YYYY-MM-DD: the first it can have been said, else when the article was published; empty where neither is known
-- date_basis: said or published, whichever the date is
-- person: the speaker, where a person; empty where anything else speaks
-- organization: the speaker where no person, else what the person is part of; empty where the dataset names nothing
-- speaker_id: the speaker, as in the table actors
-- concept: the demand or claim in words
-- concept_id: the demand or claim
-- concept_table: demands or claims
-- agreement: 1 for, 0 against; empty where the speaker passes on, doubts or defers
-- stance: what agreement was made from
-- certainty: how sure the speaker presents it
-- depth: mouths between the article's author and the words
-- words: the words that carry it
-- start_char: position of the first of these characters, in Unicode code points from 0
-- end_char: position after the last
WITH agreements (stance, agreement) AS (
  VALUES
    ('asserts', 1), ('makes', 1), ('reiterates', 1), ('accepts', 1), ('partly_accepts', 1),
    ('denies', 0), ('rejects', 0), ('drops', 0), ('denies_making', 0),
    ('reports', NULL), ('questions', NULL), ('defers', NULL)
)
SELECT
  statements.id AS statement_id,
  statements.source_id,
  coalesce(said.earliest, said.latest, published.value) AS date,
  CASE
    WHEN coalesce(said.earliest, said.latest) IS NOT NULL THEN 'said'
    WHEN published.value IS NOT NULL THEN 'published'
  END AS date_basis,
  people.name AS person,
  iif(people.id IS NULL, actors.name, wholes.name) AS organization,
  actors.id AS speaker_id,
  coalesce(demands.content, claims.proposition) AS concept,
  coalesce(demands.id, claims.id) AS concept_id,
  iif(claims.id IS NULL, 'demands', 'claims') AS concept_table,
  agreements.agreement,
  statements.stance,
  statements.certainty,
  attribution_chains.depth,
  quotes.exact AS words,
  quotes.start_char,
  quotes.end_char
FROM statements
JOIN agreements ON agreements.stance = statements.stance
JOIN quotes ON quotes.id = statements.quote_id
JOIN attributions ON attributions.id = statements.attribution_id
JOIN attribution_chains ON attribution_chains.attribution_id = statements.attribution_id
JOIN actors ON actors.id = attributions.holder_id
LEFT JOIN people ON people.id = actors.id
LEFT JOIN actors AS wholes ON wholes.id = actors.part_of_id
LEFT JOIN demands ON demands.id = statements.demand_id
LEFT JOIN claims ON claims.id = statements.claim_id
LEFT JOIN article_datings AS said
  ON said.event_id = attributions.event_id AND said.source_id = statements.source_id
LEFT JOIN source_metadata AS published
  ON published.source_id = statements.source_id AND published.field = 'date_published'
ORDER BY statements.source_id, quotes.start_char, statements.id;
