-- Everything about every demand in one table: one row is a statement on a demand, the demand's own columns repeated.

-- demand_id: the demand
-- content: what is wanted, in words
-- account: by whose account it is known; empty where an article has it from those who make it
-- kind: threat, condition, proposal or demand
-- talks: the round of talks in which it was first put, then those in which it was repeated or answered
-- demanders: who wants it: the demander, then all others who make or reiterate it, separated by "; "
-- addressee: of whom, that is, who would have to do it; empty where the words leave it open
-- beneficiary: for whom; empty where for the demanders
-- event: the event in which it was first put; empty where the articles tie it to none
-- topics: its subjects with the wider ones before each, separated by "; "
-- amounts: the numbers it names, separated by "; "
-- statement_id: the statement
-- speaker: who speaks
-- speaker_as_printed: by which words the article names the speaker there
-- spoken_to: to whom it is said
-- stance: what the speaker does with the demand
-- certainty: how sure the speaker presents it
-- mode: in what kind of speech the words stand
-- distance: how the outer voice stands to it
-- chain: everybody through whom the words came, outermost first
-- depth: mouths between the article's author and the words
-- occasion: the event in which it was said, or in which the next outer voice that tells one reports it
-- said: when that was, by this article (EDTF)
-- said_earliest: first day that can mean
-- said_latest: last day that can mean
-- words: the words that carry it
-- ground: the words on the ground of which it is inferred; empty where it is not
-- prefix: up to 32 characters before them, where they stand more than once in the article
-- suffix: up to 32 characters after them, likewise
-- start_char: position of the first of these characters, in Unicode code points from 0
-- end_char: position after the last
-- source_id: the article
-- source: the article's headline, or its first words
-- published: the day of publication, where the article states it
-- source_sha256: checksum of the article's text
SELECT
  demands.id AS demand_id,
  demands.content,
  demands.account,
  demands.kind,
  demand_talks.talks,
  makers.demanders,
  addressees.name AS addressee,
  beneficiaries.name AS beneficiary,
  events.name AS event,
  (
    SELECT group_concat(path, '; ')
    FROM (
      SELECT topic_paths.path
      FROM demand_topics JOIN topic_paths ON topic_paths.topic_id = demand_topics.topic_id
      WHERE demand_topics.demand_id = demands.id
      ORDER BY topic_paths.path
    )
  ) AS topics,
  (
    SELECT group_concat(amount, '; ')
    FROM (SELECT amount FROM amounts WHERE amounts.demand_id = demands.id ORDER BY quantity_id)
  ) AS amounts,
  spoken.*
FROM demands
JOIN demanders_in_words AS makers ON makers.demand_id = demands.id
JOIN demand_talks ON demand_talks.demand_id = demands.id
LEFT JOIN actors AS addressees ON addressees.id = demands.addressee_id
LEFT JOIN actors AS beneficiaries ON beneficiaries.id = demands.beneficiary_id
LEFT JOIN events ON events.id = demands.event_id
JOIN statements ON statements.demand_id = demands.id
JOIN temp.spoken ON spoken.statement_id = statements.id
ORDER BY demands.id, spoken.source_id, spoken.start_char, statements.id;
