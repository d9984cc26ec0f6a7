"""Drawing an article in a terminal, with rich: passages numbered, their notes below each paragraph."""

import sys
from collections.abc import Iterable

from rich.table import Table
from rich.text import Text

from istanbul_talks.database.passages import Note, Passage, PassageText, is_markup
from istanbul_talks.terminal.safe_console import SafeConsole
from istanbul_talks.terminal.table_drawing import MARK_STYLE
from istanbul_talks.text.safe_output import can_encode_unicode

DEMAND_STYLE, OTHER_STYLE = MARK_STYLE, "underline"
"""The styles of words that are evidence for a demand, and of all other marked words."""

DENIED_STYLE, MUTED_STYLE = "reverse", "dim"
SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def draw_heading(label: str, metadata: str) -> None:
    """Draw what article it is, and what it says about itself."""
    console = SafeConsole()
    console.print(Text(label, style="bold"))
    console.print(Text(metadata, style=MUTED_STYLE))
    console.print()


def draw_paragraphs(paragraphs: Iterable[list[PassageText]]) -> None:
    """Draw an article to the width of the terminal."""
    console = SafeConsole()
    for paragraph in paragraphs:
        console.print(Text.assemble(*map(_mark_words, paragraph)))
        passages = {text.passage.number: text.passage for text in paragraph if text.passage}
        if passages:
            console.print(_make_notes(passages.values()))
        console.print()


def _mark_words(text: PassageText) -> Text:
    """Return the words of a passage with its number, or words that are of none."""
    if text.missing:
        return Text(f" [… {text.missing} characters …] ", style=MUTED_STYLE)
    words = "".join(fragment.text for fragment in text.fragments if not is_markup(fragment))
    if not text.passage:
        return Text(words)
    style = DEMAND_STYLE if "demands" in text.passage.tables else OTHER_STYLE
    number = str(text.passage.number)
    number = number.translate(SUPERSCRIPTS) if can_encode_unicode(sys.stdout) else f"[{number}]"
    return Text.assemble((words, style), (number, DENIED_STYLE if text.passage.has_denial else MUTED_STYLE))


def _make_notes(passages: Iterable[Passage]) -> Table:
    """Return the notes of passages, the number of each before its first."""
    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(justify="right", min_width=3)
    grid.add_column(overflow="fold")
    for passage in passages:
        for i, note in enumerate(passage.notes):
            number = Text(str(passage.number), style=DENIED_STYLE if passage.has_denial else "")
            grid.add_row(number if i == 0 else "", _format_note(note))
    return grid


def _format_note(note: Note) -> Text:
    """Return the sentence of a note, its voice bold, and the record's id."""
    told = note.sentence.removeprefix(note.voice)
    return Text.assemble((note.voice, "bold"), told, (f" {note.row_id}", MUTED_STYLE))
