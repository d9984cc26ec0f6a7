"""Standard output and errors that can do nothing to a terminal, whatever is printed."""

import io
import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path
from typing import TextIO

from istanbul_talks.text.characters import show_unfit

ASCII_SIGNS = str.maketrans(
    {
        **{"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "→": "->", "…": "..."},
        **dict.fromkeys("–—·", "-"),
        **{"●": "*", "○": "o", "◆": "#", "│": "|", "┊": ":"},
        **{"≠": "!=", "≈": "~", "◐": "?"},
    }
)
"""Signs for a terminal that has only ASCII."""


LONG_LINE = re.compile(r"^(.{1500}).{200,}(.{300})$", re.MULTILINE)
"""A line too long for an error: its beginning says where it is, its end what to do."""


class SafeStream(io.TextIOBase):
    """A stream that shows as escapes what no text may hold; `unfiltered` is the one it writes to."""

    def __init__(self, unfiltered: TextIO) -> None:
        super().__init__()
        self.unfiltered = unfiltered

    @property
    def encoding(self) -> str:  # type: ignore[override]
        """The encoding of the stream."""
        return self.unfiltered.encoding

    @property
    def errors(self) -> str | None:  # type: ignore[override]
        """What becomes of characters that the encoding has not."""
        return self.unfiltered.errors

    def write(self, text: str) -> int:
        """Write a text."""
        self.unfiltered.write(adapt_text(text, self.unfiltered))
        return len(text)

    def flush(self) -> None:
        """Write what is kept back."""
        self.unfiltered.flush()

    def isatty(self) -> bool:
        """Tell whether it is a terminal."""
        return self.unfiltered.isatty()

    def fileno(self) -> int:
        """Return the number of the open file."""
        return self.unfiltered.fileno()


class ErrorStream(SafeStream):
    """A safe stream for errors: of what somebody typed or wrote, a line of 2,000 characters is enough."""

    def write(self, text: str) -> int:
        """Write a text, and leave out the middle of lines that are too long."""
        super().write(LONG_LINE.sub(r"\1 … \2", text))
        return len(text)


@contextmanager
def printing_safely() -> Iterator[None]:
    """Let everything that is printed inside go through safe streams, and nothing be lost to an encoding."""
    _open_closed_streams()
    for stream in (sys.stdout, sys.stderr):
        if not can_encode_unicode(stream) and isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    with redirect_stdout(SafeStream(sys.stdout)), redirect_stderr(ErrorStream(sys.stderr)):
        yield


def _open_closed_streams() -> None:
    """Open the standard streams that are closed.

    Writing to a standard output that was closed fails when something is written, not before.
    """
    for name, mode in (("stdin", "r"), ("stdout", "r"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115


def get_unfiltered(stream: TextIO) -> TextIO:
    """Return the stream behind a safe one, for what is safe already, and for data that a program reads."""
    return getattr(stream, "unfiltered", stream)


def adapt_text(text: str, stream: TextIO) -> str:
    """Return a text as it may go to a stream; in a terminal that has only ASCII, with other signs."""
    shown = show_unfit(text)
    return shown.translate(ASCII_SIGNS) if stream.isatty() and not can_encode_unicode(stream) else shown


def can_encode_unicode(stream: TextIO) -> bool:
    """Tell whether the stream can carry every character."""
    return (stream.encoding or "").lower().replace("-", "").startswith("utf")
