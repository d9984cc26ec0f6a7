"""Rights: how much of each article a release reproduces, overlapping quotations counted once."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from artifacts.release_context import Edition


class Share(NamedTuple):
    """How many characters of an article stand in a release: in its quotations, and with what frames them.

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


def shares(edition: Edition) -> Iterator[Share]:
    """Yield the share of each article."""
    for source, length in edition.database.execute("SELECT id, length FROM sources ORDER BY id").fetchall():
        spans = edition.database.execute(
            "SELECT start_char, end_char, start_char - coalesce(length(prefix), 0), "
            "end_char + coalesce(length(suffix), 0) FROM quotes WHERE source_id = ?",
            [source],
        ).fetchall()
        quoted = covered((start, end) for start, end, _, _ in spans)
        yield Share(source, length, quoted, covered((start, end) for _, _, start, end in spans))


def covered(spans: Iterable[tuple[int, int]]) -> int:
    """Return how many characters the spans (start, end) cover together."""
    total, reached = 0, 0
    for start, end in sorted(spans):
        total += max(0, end - max(start, reached))
        reached = max(reached, end)
    return total
