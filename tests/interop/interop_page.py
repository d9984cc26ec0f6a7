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


def tabulate_consumers(found: Iterable[tuple[Consumer, Counts]], dataset: str) -> str:
    """Return the table of the page: program, version, what was read, what it found."""
    rows = [
        (
            consumer.program,
            consumer.version,
            f"`{consumer.artifact.format(dataset=dataset)}`",
            _sum_up(counts),
        )
        for consumer, counts in found
    ]
    return format_table(("consumer", "version", "what was read", "what it found"), rows)


def _sum_up(counts: Counts) -> str:
    if len(counts) > _FEW:
        return f"{len(counts)} tables, {sum(counts.values())} rows"
    return ", ".join(f"{count} {what}" for what, count in counts.items())
