"""Holding back a screen until it is whole: what would scroll in a terminal is shown in a pager instead.

The pager is the one that PAGER names, `less` by default; PAGER=cat switches it off.
"""

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from shutil import get_terminal_size
from typing import TextIO

NO_PAGER = "cat"
"""The pager that would show everything at once; nothing is held back for it."""


class OutputBuffer(io.StringIO):
    """Standard output held back; it answers as the terminal it will be shown in."""

    def __init__(self, terminal: TextIO) -> None:
        super().__init__()
        self._terminal = terminal

    @property
    def encoding(self) -> str:  # type: ignore[override]
        """The encoding of the terminal."""
        return self._terminal.encoding

    def isatty(self) -> bool:
        """Tell that this is a terminal."""
        return True


@contextmanager
def paging_output() -> Iterator[None]:
    """Hold back what is printed to the terminal inside, then show it."""
    terminal = sys.stdout
    with redirect_stdout(OutputBuffer(terminal)) as held:
        yield
    screen = held.getvalue()
    if (
        os.environ.get("PAGER") != NO_PAGER
        and sys.stdin.isatty()
        and screen.count("\n") >= get_terminal_size().lines
    ):
        _show_in_pager(screen)
    else:
        terminal.write(screen)


def _show_in_pager(screen: str) -> None:
    """Show the screen in the pager, colours included."""
    import pydoc  # noqa: PLC0415

    os.environ.setdefault("LESS", "FRX")
    pydoc.pager(screen)
