"""The table of coverage in docs/quality.md."""

import sqlite3

from evaluation.coverage_items import CoverageItem, find_coverage_items
from evaluation.coverage_table import coverage_table
from fixtures.built_dataset import ROOT
from generated_docs.markdown_pages import filled
from pipeline.source_text import Span


def test_the_printed_coverage_is_up_to_date(connection: sqlite3.Connection) -> None:
    """Catch a coding that changed without `python scripts/coverage.py --page docs/quality.md`."""
    page = (ROOT / "docs" / "quality.md").read_text(encoding="utf-8")
    assert filled(page, {"coverage": coverage_table(find_coverage_items(connection))}) == page


def test_each_cell_counts_by_state() -> None:
    items = [
        CoverageItem("numbers", "mill", Span(0, 1), state, "1", "1.") for state in ("coded", "coded", "open")
    ]
    assert coverage_table(items).splitlines()[2:] == ["| mill | 2 / 0 / 1 |", "| all articles | 2 / 0 / 1 |"]
