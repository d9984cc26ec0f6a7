"""The hits of a search in a terminal: what each is, the words found, and the records under a sentence."""

from collections.abc import Iterable

from rich.padding import Padding
from rich.text import Text

from istanbul_talks.database.full_text import HIGHLIGHT, Hit
from istanbul_talks.database.table_nouns import name_row
from istanbul_talks.terminal.safe_console import SafeConsole
from istanbul_talks.terminal.table_drawing import ID_STYLE, highlight
from istanbul_talks.text.running_text import nest_quotation_marks


def draw_hits(hits: Iterable[Hit]) -> None:
    """Draw the hits to the width of the terminal."""
    console = SafeConsole()
    for hit in hits:
        console.print(Text.assemble(hit.label, "  ", (hit.id, ID_STYLE), "  ", (_describe(hit), "dim")))
        found = nest_quotation_marks(" ".join(hit.found.split()))
        console.print(Padding(highlight(found, HIGHLIGHT), (0, 0, 0, 2)))
        for record in (hit.records or "").splitlines():
            console.print(Padding(_make_record(record), (0, 0, 0, 4)))


def _describe(hit: Hit) -> str:
    """Return what a hit is, and when it was said or happened."""
    noun = name_row(hit.table)
    return f"{noun} · {hit.when}" if hit.when else noun


def _make_record(record: str) -> Text:
    """Return a record under a sentence, with its id set off."""
    label, _, record_id = record.rpartition(" [")
    return Text.assemble("– ", label, "  ", (record_id.rstrip("]"), ID_STYLE))
