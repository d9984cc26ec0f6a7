"""Report: what a build made, as a summary to print."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from makers.problems import Problem
from makers.tables import Rows


class Report(NamedTuple):
    """Rows per table, sentences per article, and what is not finished (in a draft only)."""

    rows: dict[str, int]
    spans: int
    sentences: dict[str, Counter[str]]
    unfinished: list[Problem]
    findings: list[str]

    def __str__(self) -> str:
        return "\n".join(self._lines())

    def _lines(self) -> Iterator[str]:
        width = max(len(name) for name in (*self.rows, *self.sentences))
        for name, count in self.rows.items():
            yield f"{name:{width}} {count:6,}"
        yield f"{self.spans:,} spans verified: each stands in its article, character for character"
        for name, counts in self.sentences.items():
            states = ", ".join(f"{counts[state]} {state}" for state in ("coded", "explained", "open"))
            yield f"{name:{width}} {counts.total():3} sentences: {states}"
        yield from self.findings
        if self.unfinished:
            yield f"DRAFT: {len(self.unfinished)} things unfinished; a build without --draft lists them"


def make_report(rows: Rows, unfinished: list[Problem], findings: list[str]) -> Report:
    """Return the report of a build."""
    sentences: dict[str, Counter[str]] = {}
    for row in rows["sentences"]:
        is_open = row["coding"] == "explained" and row["reason"] is None
        state = "open" if is_open else str(row["coding"])
        sentences.setdefault(str(row["source_id"]), Counter())[state] += 1
    return Report(
        rows={table: len(made) for table, made in rows.items()},
        spans=len(rows["quotes"]),
        sentences=sentences,
        unfinished=unfinished,
        findings=findings,
    )
