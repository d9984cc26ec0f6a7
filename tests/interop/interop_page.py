"""docs/interoperability.md: all third-party consumers, in the order of the page, and what they find."""

from collections.abc import Iterable

from fixtures.built_dataset import ROOT
from generated_docs.markdown_table import format_table
from interop.consumer import Consumer, Counts
from interop.in_process import IN_PROCESS
from interop.isolated import ISOLATED

PAGE = ROOT / "docs" / "interoperability.md"

CONSUMERS = (*IN_PROCESS, *ISOLATED)

_FEW = 2
"""Counts that are listed one by one; of more, the sum is shown."""


def tabulate_consumers(found: Iterable[tuple[Consumer, Counts | None]], dataset: str) -> str:
    """Return the table of the page: program, version, what was read, what it found.

    A consumer without counts is not installed here, and keeps the row that it has on the page.
    """
    rows = [
        _make_row(consumer, f"`{consumer.artifact.format(dataset=dataset)}`", counts)
        for consumer, counts in found
    ]
    return format_table(("consumer", "version", "what was read", "what it found"), rows)


def _make_row(consumer: Consumer, artifact: str, counts: Counts | None) -> tuple[str, ...]:
    if counts is not None:
        return consumer.name, consumer.version, artifact, _sum_up(counts)
    lines = PAGE.read_text(encoding="utf-8").splitlines()
    rows = [tuple(line.strip("| ").split(" | ")) for line in lines if line.startswith(f"| {consumer.name} |")]
    return next(row for row in rows if row[2] == artifact)


def _sum_up(counts: Counts) -> str:
    if len(counts) > _FEW:
        return f"{len(counts)} tables, {sum(counts.values())} rows"
    return ", ".join(f"{count} {what}" for what, count in counts.items())
