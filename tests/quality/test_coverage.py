"""The table of coverage in docs/quality.md."""

import sqlite3

from datasets import ROOT
from makers.accounts import Item, account
from makers.text import Span
from quality.coverage import coverage_table
from quality.pages import filled


def test_the_printed_coverage_is_up_to_date(connection: sqlite3.Connection) -> None:
    """Catch a coding that changed without `python scripts/coverage.py --page docs/quality.md`."""
    page = (ROOT / "docs" / "quality.md").read_text(encoding="utf-8")
    assert filled(page, {"coverage": coverage_table(account(connection))}) == page


def test_each_cell_counts_by_state() -> None:
    items = [Item("numbers", "mill", Span(0, 1), state, "1", "1.") for state in ("coded", "coded", "open")]
    assert coverage_table(items).splitlines()[2:] == ["| mill | 2 / 0 / 1 |", "| all articles | 2 / 0 / 1 |"]
