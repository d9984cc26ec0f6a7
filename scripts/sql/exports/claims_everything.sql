-- Everything about every claim in one table: one row is a statement on a claim, the claim's own columns repeated.

-- claim_id: the claim
-- claim: the claim as a sentence with all its voices
-- proposition: the proposition by itself, worded as its first holder says it
-- asserted_by: who asserts it, with the voices through which that reached the page
-- denied_by: who denies it, in the same form
-- kind: what kind of proposition
-- event: the event it belongs to; empty where none
-- topics: its subjects with the wider ones before each, separated by "; "
-- amounts: the numbers it names, separated by "; "
-- statement_id: the statement
-- speaker: who speaks
-- speaker_as_printed: by which words the article names the speaker there
-- spoken_to: to whom it is said
-- stance: what the speaker does with the claim
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
  claims.id AS claim_id,
  claims.sentence AS claim,
  claims.proposition,
  claims.asserted_by,
  claims.denied_by,
  claims.kind,
  events.name AS event,
  (
    SELECT group_concat(path, '; ')
    FROM (
      SELECT topic_paths.path
      FROM claim_topics JOIN topic_paths ON topic_paths.topic_id = claim_topics.topic_id
      WHERE claim_topics.claim_id = claims.id
      ORDER BY topic_paths.path
    )
  ) AS topics,
  (
    SELECT group_concat(amount, '; ')
    FROM (SELECT amount FROM amounts WHERE amounts.claim_id = claims.id ORDER BY quantity_id)
  ) AS amounts,
  spoken.*
FROM claims
LEFT JOIN events ON events.id = claims.event_id
JOIN statements ON statements.claim_id = claims.id
JOIN temp.spoken ON spoken.statement_id = statements.id
ORDER BY claims.id, spoken.source_id, spoken.start_char, statements.id;
