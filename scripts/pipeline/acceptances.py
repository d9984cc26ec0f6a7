"""What a coding accepts: words that no record covers, and false alarms of checks, each with a reason.

An acceptance holds as long as something asks for it. One that nothing asks for any more is a fault.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from pipeline.checks import Finding
from pipeline.coverage_items import find_coverage_items
from pipeline.source_text import Span

ACCEPTANCES = "SELECT id, source_id, start_char, end_char, asked_by FROM acceptances ORDER BY id"
SPANS = """
SELECT source_id, start_char, end_char FROM evidence WHERE row_id = :cell
UNION
SELECT source_id, start_char, end_char FROM sentences WHERE id = :cell
UNION
SELECT source_id, start_char, end_char FROM quotes WHERE instr('_' || :cell || '_', '_' || id || '_')
UNION
SELECT sentences.source_id, sentences.start_char, sentences.end_char
FROM attributions JOIN quotes ON quotes.id = cue_quote_id JOIN sentences ON sentences.id = sentence_id
WHERE attributions.id = :cell
"""
"""Where a row stands whose id is in a cell: its evidence, the quotes that its id names, a cue's sentence."""


class Acceptance(NamedTuple):
    """Words of an article, and what they are accepted for: a kind of coverage, or a check."""

    id: str
    source: str
    span: Span
    asked_by: str


def apply_acceptances(
    connection: sqlite3.Connection, findings: Iterable[Finding]
) -> tuple[list[Finding], list[str]]:
    """Return the findings without the rows that are accepted; the ids of what nothing asks for any more."""
    rows = connection.execute(ACCEPTANCES).fetchall()
    acceptances = [Acceptance(row[0], row[1], Span(*row[2:4]), row[4]) for row in rows]
    if not acceptances:
        return list(findings), []
    asked = set(_list_accepted_items(connection, acceptances))
    left = []
    for finding in findings:
        accepted = {row: _find_acceptances(connection, finding, row, acceptances) for row in finding.rows}
        asked.update(one for ones in accepted.values() for one in ones)
        kept = [row for row in finding.rows if not accepted[row]]
        left += [finding._replace(rows=kept)] if kept else []
    return left, [acceptance.id for acceptance in acceptances if acceptance.id not in asked]


def _list_accepted_items(connection: sqlite3.Connection, acceptances: Iterable[Acceptance]) -> Iterator[str]:
    """Yield the ids of the acceptances of what coverage would leave open."""
    items = [item for item in find_coverage_items(connection) if item.state == "accepted"]
    for acceptance in acceptances:
        if any(
            (item.source, item.kind) == (acceptance.source, acceptance.asked_by)
            and item.span.touches(acceptance.span)
            for item in items
        ):
            yield acceptance.id


def _find_acceptances(
    connection: sqlite3.Connection,
    finding: Finding,
    row: tuple[object, ...],
    acceptances: Iterable[Acceptance],
) -> list[str]:
    """Return the ids of those whose words stand where a row does that a check finds."""
    of_check = [acceptance for acceptance in acceptances if acceptance.asked_by == finding.check]
    cells = [cell for cell in row if isinstance(cell, str)] if of_check else []
    spans = [place for cell in cells for place in connection.execute(SPANS, {"cell": cell})]
    return [
        acceptance.id
        for acceptance in of_check
        if any(
            source == acceptance.source and acceptance.span.touches(Span(start, end))
            for source, start, end in spans
        )
    ]
