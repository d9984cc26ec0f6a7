"""Rows of discrepancies and of their sides, with the quotes of each side."""

from collections.abc import Iterable
from typing import NamedTuple

from pipeline.row_store import RowStore
from pipeline.rows.article_coding import ArticleCoding
from pipeline.source_text import Span
from pipeline.yaml_documents import Entry, note_repeat


class Side(NamedTuple):
    """A side of a discrepancy: its entry, the discrepancy's id, and its number there, from 1."""

    entry: Entry
    discrepancy_id: str
    number: int

    @property
    def id(self) -> str:
        """The id of its row."""
        return f"{self.discrepancy_id}_{self.number}"


def derive_discrepancies(entries: Iterable[Entry], tables: RowStore) -> None:
    """Add the discrepancies of the register with their sides."""
    for entry in entries:
        sides = _list_sides(entry)
        if len(sides) < 2:  # noqa: PLR2004  (it takes two to disagree)
            entry["sides"].problem("a disagreement has two sides or more")
        articles = {side.entry.value["source"] for side in sides}
        tables.add("discrepancies", entry, scope="within" if len(articles) == 1 else "between")
        told: dict[tuple[object, ...], Entry] = {}
        for side in sides:
            says = tuple(side.entry.value.get(key) for key in ("source", "says", "holder"))
            note_repeat(told, says, side.entry, "a side that says the same stands")
            tables.add(
                "discrepancy_sides",
                side.entry,
                id=side.id,
                discrepancy_id=side.discrepancy_id,
                number=side.number,
            )


def group_sides_by_source(entries: Iterable[Entry]) -> dict[str, list[Side]]:
    """Return the sides of all discrepancies by the article that takes them."""
    sides: dict[str, list[Side]] = {}
    for entry in entries:
        for side in _list_sides(entry):
            sides.setdefault(side.entry.value["source"], []).append(side)
    return sides


def derive_sides(coding: ArticleCoding, sides: Iterable[Side]) -> None:
    """Add the evidence of the sides that one article takes."""
    told: dict[tuple[str, Span], Entry] = {}
    for side in sides:
        for span in coding.locator.locate_all(side.entry.items_under("quote")):
            note_repeat(told, (side.discrepancy_id, span), side.entry, "a side with these words stands")
            coding.tables.add("discrepancy_side_quotes", side_id=side.id, quote_id=coding.add_quote(span))


def _list_sides(entry: Entry) -> list[Side]:
    return [
        Side(side, entry.value["id"], number) for number, side in enumerate(entry.items_under("sides"), 1)
    ]
