"""The table of coverage in docs/quality.md."""

from evaluation.coverage_table import tabulate_coverage
from pipeline.coverage_items import CoverageItem
from pipeline.source_text import Span


def test_each_cell_counts_by_state() -> None:
    items = [
        CoverageItem("numbers", "mill", Span(0, 1), state, "1", "1.") for state in ("coded", "coded", "open")
    ]
    assert tabulate_coverage(items).splitlines()[2:] == [
        "| mill | 2 / 0 / 0 / 1 |",
        "| all articles | 2 / 0 / 0 / 1 |",
    ]
