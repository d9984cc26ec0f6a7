"""How much of each article the coding accounts for: the table of docs/quality.md, and what is open."""

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

from generated_docs.markdown_table import format_table
from pipeline.coverage_items import STATES, CoverageItem, find_coverage_items
from pipeline.readonly_database import open_readonly

ALL = "all articles"
ACCEPTED = """
SELECT source_id, start_char, end_char, substr(text, start_char + 1, end_char - start_char), asked_by, reason
FROM acceptances JOIN texts USING (source_id) ORDER BY source_id, start_char
"""


def read_items(database: Path) -> list[CoverageItem]:
    """Return what there is to account for in a built database that has the articles' text."""
    with closing(open_readonly(database)) as connection:
        return list(find_coverage_items(connection))


def tabulate_coverage(items: Iterable[CoverageItem]) -> str:
    """Return a row for each article and a last one for all; each cell counts the items of a kind by state."""
    counts = Counter((source, item.kind, item.state) for item in items for source in (item.source, ALL))
    kinds = list(dict.fromkeys(kind for _, kind, _ in counts))
    sources = sorted({source for source, _, _ in counts}, key=lambda source: (source == ALL, source))
    rows = [
        (source, *(" / ".join(str(counts[source, kind, state]) for state in STATES) for kind in kinds))
        for source in sources
    ]
    return format_table(("article", *kinds), rows, right=len(kinds))


def list_accepted(database: Path) -> Iterator[str]:
    """Yield a line for each acceptance: its place and words, what asks for them, and the reason."""
    with closing(open_readonly(database)) as connection:
        for source, start, end, words, asked_by, reason in connection.execute(ACCEPTED):
            yield f"{source} {start}-{end} accepted for {asked_by}: {words!r}: {reason}"


def list_open(items: Iterable[CoverageItem]) -> Iterator[str]:
    """Yield two lines for each open item: its place and words, and its sentence."""
    for item in items:
        if item.state == "open":
            yield f"{item.source} {item.span.start}-{item.span.end} {item.kind}: {item.words!r}"
            yield f"    {item.sentence}"
