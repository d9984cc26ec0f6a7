"""Choosing the printer that suits standard output: rich text in a terminal, plain text elsewhere.

Printers print what is no table: titles, headings, definitions, passages and trees. Rows are printed by
row_printing.py.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeAlias

from istanbul_talks.terminal.plain_text import PlainTextPrinter

if TYPE_CHECKING:
    from istanbul_talks.terminal.rich_text import RichTextPrinter

Printer: TypeAlias = "PlainTextPrinter | RichTextPrinter"


@contextmanager
def open_printer() -> Iterator[Printer]:
    """Yield a printer to standard output; in a terminal what would scroll goes to the pager at the end."""
    if not sys.stdout.isatty():
        yield PlainTextPrinter()
        return
    from istanbul_talks.terminal.pager import paging_output  # noqa: PLC0415
    from istanbul_talks.terminal.rich_text import RichTextPrinter  # noqa: PLC0415  (rich is slow to import)

    with paging_output():
        yield RichTextPrinter()
