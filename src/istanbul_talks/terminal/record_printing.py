"""Printing a record as a page: its opening, facts, what is listed under it, and the words by article."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from istanbul_talks.database.quoted_sentences import join_passages
from istanbul_talks.terminal.attribution_printing import build_trees
from istanbul_talks.terminal.marked_text import TextRun
from istanbul_talks.text.running_text import format_running_text

if TYPE_CHECKING:
    from istanbul_talks.database.attribution_tree import Link
    from istanbul_talks.database.record_sections import Item, RecordPage, Section
    from istanbul_talks.database.records import Passage, Record
    from istanbul_talks.terminal.printer import Printer

WITHOUT_WORDS = {"actors", "topics", "sources", "discrepancies"}
"""Tables whose records are told by their sections; the words of a disagreement stand with its sides."""

WORDS_HEADING = "In whose words"


def print_page(
    record: Record, page: RecordPage, links: Sequence[Link], most: int | None, printer: Printer
) -> None:
    """Print the page of a record; of each section no more than `most` items."""
    printer.print_title(format_running_text(record.label), f"{page.kind} {record.id}")
    if page.lead:
        printer.print_paragraph(page.lead)
    printer.print_definitions(
        (name, "; ".join(map(_format_item, items))) for name, items in page.facts.items()
    )
    sections = [partial(_print_section, section, most, printer) for section in page.sections]
    if not WITHOUT_WORDS.intersection(record.tables) and record.passages:
        words = partial(_print_words, record.passages, page, links, printer)
        sections.insert(0 if links else len(sections), words)
    for print_section in sections:
        print_section()


def _print_section(section: Section, most: int | None, printer: Printer) -> None:
    """Print a section: its items in lines or as a list, and how many more there are."""
    printer.print_heading(section.title if section.in_lines else f"{section.title} · {section.size}")
    if section.in_lines:
        printer.print_definitions(
            (name, "; ".join(map(_format_item, items))) for name, items in section.groups.items()
        )
        return
    left = section.size if most is None else most
    for name, items in section.groups.items():
        if name and left > 0:
            printer.print_paragraph(name, indent=1)
        for item in items[: max(left, 0)]:
            _print_item(item, printer)
        left -= len(items)
    if left < 0:
        printer.print_paragraph(f"… and {-left} more: --whole", indent=2)


def _print_item(item: Item, printer: Printer) -> None:
    """Print an item of a list with its note, its articles and its id, and its words below."""
    details = "; ".join(filter(None, [item.note, _name_articles(item)]))
    printer.print_item(item.text, details, item.record, indent=2)
    if item.told:
        printer.print_paragraph(item.told, indent=6)
    if words := [place.words for place in item.places if place.words]:
        printer.print_paragraph(" … ".join(words), indent=6)


def _format_item(item: Item) -> str:
    """Return an item of a line with its note and its articles in brackets."""
    details = "; ".join(filter(None, [item.note, _name_articles(item)]))
    return item.text + (f" ({details})" if details else "")


def _name_articles(item: Item) -> str:
    """Return the ids of the articles that have an item."""
    return ", ".join(dict.fromkeys(place.source_id for place in item.places))


def _print_words(
    passages: Sequence[Passage], page: RecordPage, links: Sequence[Link], printer: Printer
) -> None:
    """Print the words of each article: who says that who says it, its sentences, each once, and when."""
    printer.print_heading(WORDS_HEADING)
    for source_id, sentences in groupby(join_passages(passages), lambda sentence: sentence.source_id):
        printer.print_item(page.articles[source_id], "", source_id, indent=1)
        printer.print_tree(build_trees(link for link in links if link["source"] == source_id), indent=2)
        for sentence in sentences:
            printer.print_passage((TextRun(*piece) for piece in sentence.pieces), indent=2)
            if when := sentence.join_dates(page.dates):
                printer.print_paragraph(f"({when})", indent=4)
