"""The pager: output that would scroll in a terminal is shown in it.

It is the one that PAGER names, `less` by default; PAGER=cat switches it off.
"""

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from shutil import get_terminal_size
from typing import TextIO

from istanbul_talks.text.safe_output import SafeStream, get_unfiltered

NO_PAGER = "cat"
"""The value of PAGER that switches paging off."""


class OutputBuffer(io.StringIO):
    """Buffers standard output; to those who write it is the terminal in which it will be shown."""

    def __init__(self, terminal: TextIO) -> None:
        super().__init__()
        self._terminal = terminal

    @property
    def encoding(self) -> str:  # type: ignore[override]
        """The encoding of the terminal."""
        return self._terminal.encoding

    def isatty(self) -> bool:
        """Return True: the buffer stands for a terminal."""
        return True


@contextmanager
def paging_output() -> Iterator[None]:
    """Buffer what is printed to the terminal inside, then show it, in the pager where it would scroll."""
    terminal = get_unfiltered(sys.stdout)
    buffer = OutputBuffer(terminal)
    with redirect_stdout(SafeStream(buffer)):
        yield
    output = buffer.getvalue()
    if (
        os.environ.get("PAGER") != NO_PAGER
        and sys.stdin.isatty()
        and output.count("\n") >= get_terminal_size().lines
    ):
        _show_in_pager(output)
    else:
        terminal.write(output)


def _show_in_pager(output: str) -> None:
    """Show output in the pager, colours included."""
    import pydoc  # noqa: PLC0415

    os.environ.setdefault("LESS", "FRX")
    pydoc.pager(output)
