"""Exports the coding of a built database as the first coding, in the format of seeds/recoding/README.md.

It is written down at the time of the comparison, because the adjudication then changes the coding, and a
figure that is measured after that would count the two coders' agreement with hindsight.
"""

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from istanbul_talks.database.outputs import FileOutput, write_file
from pipeline.source_text import SourceText, Span

UNITS = """
WITH RECURSIVE dated (event_id, sentence_id, edtf) AS (
  SELECT event_id, sentence_id, edtf FROM event_dates JOIN quotes ON quotes.id = quote_id
  WHERE source_id = :source ORDER BY start_char
),
chains (id, source_id, speakers) AS (
  SELECT id, source_id, '' FROM attributions WHERE parent_id IS NULL
  UNION ALL
  SELECT attributions.id, attributions.source_id, chains.speakers || ' ' || attributions.holder_id
  FROM attributions JOIN chains ON chains.id = attributions.parent_id
)
SELECT
  iif(demand_id IS NULL, 'claims', 'demands') AS record_table,
  coalesce(demand_id, claim_id) AS record,
  iif(demand_id IS NULL, 'claim', 'demand') AS "table",
  quote_id AS quote,
  coalesce(demands.content, claims.proposition) AS content,
  chains.speakers,
  cue.exact AS cue,
  demands.addressee_id AS addressee,
  stance,
  coalesce(demands.kind, claims.kind) AS kind,
  (SELECT group_concat(topic_id, ' ') FROM (
    SELECT topic_id FROM demand_topics WHERE demand_id = statements.demand_id
    UNION SELECT topic_id FROM claim_topics WHERE claim_id = statements.claim_id)) AS topics,
  mode,
  NULL AS date, NULL AS person, NULL AS title
FROM statements
JOIN chains ON chains.id = attribution_id
JOIN attributions ON attributions.id = attribution_id
LEFT JOIN quotes AS cue ON cue.id = cue_quote_id
LEFT JOIN demands ON demands.id = demand_id
LEFT JOIN claims ON claims.id = claim_id
WHERE statements.source_id = :source
UNION ALL
SELECT
  'events', events.id, 'event', quote_id, name, NULL, NULL, NULL, NULL, kind,
  (SELECT group_concat(topic_id, ' ') FROM event_topics WHERE event_id = events.id),
  NULL,
  coalesce(
    (SELECT edtf FROM dated WHERE event_id = events.id AND sentence_id = quotes.sentence_id),
    (SELECT edtf FROM dated WHERE event_id = events.id)),
  NULL, NULL
FROM event_quotes
JOIN events ON events.id = event_id
JOIN quotes ON quotes.id = quote_id
WHERE quotes.source_id = :source
UNION ALL
SELECT
  'roles', roles.id, 'role',
  (SELECT group_concat(quote_id, ' ') FROM role_quotes WHERE role_id = roles.id),
  title, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, person_id, title
FROM roles WHERE source_id = :source
UNION ALL
SELECT
  'participants', participant_id, 'role', group_concat(quotes.id, ' '), delegations.part,
  NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, delegations.actor_id, NULL
FROM delegations
JOIN participant_quotes USING (participant_id)
JOIN quotes ON quotes.id = participant_quotes.quote_id AND quotes.source_id = delegations.source_id
WHERE delegations.source_id = :source AND delegation_id IS NOT NULL
GROUP BY participant_id
"""
LISTS = ("speakers", "topics")


def export_first_coding(connection: sqlite3.Connection, folder: Path) -> None:
    """Write a file for each article of a database that has its texts."""
    for source, text in connection.execute("SELECT source_id, text FROM texts").fetchall():
        units = sorted(_units(connection, source, SourceText(text)), key=lambda unit: unit[0])
        content = {"units": [unit for _, unit in units]}
        dumped = yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=110)
        write_file(FileOutput(folder / f"{source}.yaml", force=True), dumped.encode())


def read_records(
    connection: sqlite3.Connection, source: str
) -> Iterator[tuple[dict[str, Any], tuple[Span, ...]]]:
    """Yield the values of each unit of an article, with its `record` and `record_table`, and its spans."""
    cursor = connection.execute(UNITS, {"source": source})
    names = [column[0] for column in cursor.description]
    for row in cursor:
        unit = {key: value for key, value in zip(names, row, strict=True) if value is not None}
        unit |= {key: unit[key].split() for key in LISTS if key in unit}
        yield unit, tuple(sorted(_span(connection, quote_id) for quote_id in unit["quote"].split()))


def _units(
    connection: sqlite3.Connection, source: str, text: SourceText
) -> Iterator[tuple[Any, dict[str, Any]]]:
    """Yield pairs of what a unit is sorted by (its place, then its values) and the unit."""
    for unit, spans in read_records(connection, source):
        del unit["record"], unit["record_table"]
        unit["quote"] = [_selector(text, span) for span in spans]
        yield (spans[0], *map(str, unit.values())), unit


def _span(connection: sqlite3.Connection, quote_id: str) -> Span:
    query = "SELECT start_char, end_char FROM quotes WHERE id = ?"
    return Span(*connection.execute(query, [quote_id]).fetchone())


def _selector(text: SourceText, span: Span) -> str | dict[str, Any]:
    places = text.find(text[span])
    return text[span] if len(places) == 1 else {"exact": text[span], "occurrence": places.index(span) + 1}
