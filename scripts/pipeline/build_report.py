"""The report of a build: rows by table, sentences by state, and what is unfinished, as text to print."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from sqlite_utils import Database

from pipeline.contract import Contract
from pipeline.problems import Problem
from pipeline.readonly_database import count_rows

SENTENCES_BY_CODING = """
SELECT source_id, iif(coding = 'explained' AND reason IS NULL, 'open', coding), count(*)
FROM sentences GROUP BY 1, 2 ORDER BY min(sentences.rowid)
"""


class BuildReport(NamedTuple):
    """Rows per table, sentences per article, what is not finished (in a draft only), seconds by step."""

    rows: dict[str, int]
    spans: int
    sentences: dict[str, Counter[str]]
    unfinished: list[Problem]
    findings: list[str]
    spent: dict[str, float]

    def __str__(self) -> str:
        return "\n".join(self._make_lines())

    def _make_lines(self) -> Iterator[str]:
        width = max(len(name) for name in (*self.rows, *self.sentences))
        for name, count in self.rows.items():
            yield f"{name:{width}} {count:6,}"
        yield f"{self.spans:,} spans verified: each stands in its article, character for character"
        for name, counts in self.sentences.items():
            states = ", ".join(f"{counts[state]} {state}" for state in ("coded", "explained", "open"))
            yield f"{name:{width}} {counts.total():3} sentences: {states}"
        yield from self.findings
        if self.unfinished:
            yield f"DRAFT: {len(self.unfinished)} unfinished"
            yield from map(str, self.unfinished)


def report_build(
    database: Database,
    contract: Contract,
    unfinished: list[Problem],
    findings: list[str],
    spent: dict[str, float],
) -> BuildReport:
    """Return the report of a build from its finished database."""
    sentences: dict[str, Counter[str]] = {}
    for source, state, count in database.execute(SENTENCES_BY_CODING):
        sentences.setdefault(source, Counter())[state] = count
    rows = {table: count_rows(database.conn, table) for table in contract.tables}
    return BuildReport(rows, rows["quotes"], sentences, unfinished, findings, spent)
