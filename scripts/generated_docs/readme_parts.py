"""The generated parts of README.md: how many rows a database has, and pictures of what commands print."""

import io
import os
import pty
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.text import Text

from generated_docs.markdown_table import format_table
from istanbul_talks.database.outputs import FileOutput, write_file
from pipeline.readonly_database import count_rows, open_readonly

COLUMNS = 96
"""Width of the terminal in a picture, in characters."""

_IMAGE = re.compile(r"!\[talks (.+)\]\((.+\.svg)\)")
_FONT_FROM_ELSEWHERE = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)


def tabulate_row_counts(database: Path) -> str:
    """Return a Markdown table of the searchable tables of the database with their number of rows."""
    with closing(open_readonly(database)) as connection:
        tables = connection.execute(
            "SELECT name, description FROM contract_tables "
            "WHERE json_array_length(search_fields) > 0 ORDER BY position"
        ).fetchall()
        rows = [
            (f"`{name}`", _get_first_sentence(about), count_rows(connection, name)) for name, about in tables
        ]
    return format_table(("table", "one row is", "rows"), rows, right=1)


def _get_first_sentence(description: str) -> str:
    return re.split(r"[.:](?: |$)", description.removeprefix("One row is "))[0]


@dataclass(frozen=True)
class Picture:
    """A picture, in a file, of the screen after a command."""

    file: Path
    drawing: str

    def refresh(self, *, check: bool = False) -> int:
        """Write the picture, or with `check` only say whether the file shows another screen.

        Return the exit status: 0 the file is up to date now, 1 it is not.
        """
        if self.file.exists() and _extract_words(self.file.read_text(encoding="utf-8")) == _extract_words(
            self.drawing
        ):
            return 0
        if check:
            print(f"{self.file} shows an old screen; run python scripts/docs.py", file=sys.stderr)
            return 1
        write_file(FileOutput(self.file, force=True), self.drawing.encode())
        return 0


def refresh_pictures(page: Path, database: Path, *, check: bool) -> int:
    """Write the pictures of a page, or with `check` only say which are old; return the exit status."""
    return max([picture.refresh(check=check) for picture in draw_pictures(page, database)], default=0)


def draw_pictures(page: Path, database: Path) -> Iterator[Picture]:
    """Yield a picture for each command that the page depicts."""
    for command, file in _IMAGE.findall(page.read_text(encoding="utf-8")):
        yield Picture(
            page.parent / file,
            draw_svg(f"talks {command}", _capture_screen(command.split(), database, page.parent)),
        )


def draw_svg(title: str, words: str) -> str:
    """Return a terminal's screen as SVG that loads nothing from elsewhere."""
    console = Console(record=True, width=COLUMNS, file=io.StringIO())
    console.print(Text.from_ansi(words))
    return _FONT_FROM_ELSEWHERE.sub("", console.export_svg(title=title, unique_id="talks"))


def _capture_screen(words: list[str], database: Path, folder: Path) -> str:
    """Run `talks` in a terminal, in a folder, and return its screen, escape sequences included."""
    outside, inside = pty.openpty()
    command = [sys.executable, "-m", "istanbul_talks", "--db", str(database.resolve()), *words]
    environment = {**os.environ, "COLUMNS": str(COLUMNS), "TERM": "xterm-256color", "PAGER": "cat"}
    with subprocess.Popen(command, stdin=inside, stdout=inside, env=environment, cwd=folder):
        os.close(inside)
        with os.fdopen(outside, "rb") as terminal:
            return b"".join(_read_chunks(terminal)).decode().replace("\r\n", "\n")


def _read_chunks(terminal: io.BufferedReader) -> Iterator[bytes]:
    with suppress(OSError):  # how Linux says that the other side has closed
        while chunk := terminal.read1():
            yield chunk


def _extract_words(drawing: str) -> str:
    return re.sub(r"<style>.*?</style>|<[^>]*>|\s", "", drawing, flags=re.DOTALL)
