"""Discrepancies: disagreements, and what each side says where."""

from collections.abc import Mapping

from makers.derive.articles import Source
from makers.documents import Entry
from makers.seeds import Seeds
from makers.tables import Tables


def derive_discrepancies(seeds: Seeds, sources: Mapping[str, Source], tables: Tables) -> None:
    """Add the discrepancies of the register with their sides and evidence."""
    for entry in seeds.registers["discrepancies"]:
        sides = entry.each("sides")
        if len(sides) < 2:  # noqa: PLR2004  (it takes two to disagree)
            entry["sides"].problem("a disagreement has two sides or more")
        articles = {side.value["source"] for side in sides}
        tables.add("discrepancies", entry, scope="within" if len(articles) == 1 else "between")
        for number, side in enumerate(sides, 1):
            if side.value["source"] in sources:
                _derive_side(sources[side.value["source"]], side, entry.value["id"], number)


def _derive_side(source: Source, side: Entry, discrepancy_id: str, number: int) -> None:
    side_id = f"{discrepancy_id}_{number}"
    source.tables.add("discrepancy_sides", side, id=side_id, discrepancy_id=discrepancy_id, number=number)
    for span in source.spans(side.each("quote")):
        source.tables.add("discrepancy_side_quotes", side_id=side_id, quote_id=source.quote(span))
