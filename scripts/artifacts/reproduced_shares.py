"""How much of each article a release reproduces, overlapping quotations counted once."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from artifacts.release_context import ReleaseContext


class Share(NamedTuple):
    """How many characters of an article a release prints: in its quotations, and with what frames them.

    `framed` counts the prefix and suffix of each quotation too: they are printed beside it.
    """

    source: str
    length: int
    quoted: int
    framed: int

    def __str__(self) -> str:
        return (
            f"{self.source}: quotations reproduce {self.quoted:,} of {self.length:,} characters "
            f"({self.quoted / self.length:.0%}), with prefix and suffix {self.framed:,} "
            f"({self.framed / self.length:.0%})"
        )


def measure_shares(context: ReleaseContext) -> Iterator[Share]:
    """Yield the share of each article."""
    for source, length in context.database.execute("SELECT id, length FROM sources ORDER BY id").fetchall():
        spans = context.database.execute(
            "SELECT start_char, end_char, start_char - coalesce(length(prefix), 0), "
            "end_char + coalesce(length(suffix), 0) FROM quotes WHERE source_id = ?",
            [source],
        ).fetchall()
        quoted = count_covered((start, end) for start, end, _, _ in spans)
        yield Share(source, length, quoted, count_covered((start, end) for _, _, start, end in spans))


def count_covered(spans: Iterable[tuple[int, int]]) -> int:
    """Return how many characters the spans (start, end) cover together."""
    total, reached = 0, 0
    for start, end in sorted(spans):
        total += max(0, end - max(start, reached))
        reached = max(reached, end)
    return total
