"""Coverage: how much of each article the coding accounts for, as a table for a page."""

from collections import Counter
from collections.abc import Iterable

from evaluation.coverage_items import STATES, CoverageItem
from generated_docs.markdown_pages import table

ALL = "all articles"


def coverage_table(items: Iterable[CoverageItem]) -> str:
    """Return a row for each article and a last one for all; each cell counts the items of a kind by state."""
    counts = Counter((source, item.kind, item.state) for item in items for source in (item.source, ALL))
    kinds = list(dict.fromkeys(kind for _, kind, _ in counts))
    sources = sorted({source for source, _, _ in counts}, key=lambda source: (source == ALL, source))
    rows = [
        (source, *(" / ".join(str(counts[source, kind, state]) for state in STATES) for kind in kinds))
        for source in sources
    ]
    return table(("article", *kinds), rows, right=len(kinds))
