"""Where the quotes stand in your own copy of an article.

The copy may be edited, wrapped anew, printed with other quotation marks, or a page of HTML; UTF-8. Each quote
is one of six:

\b
exact      an anchor: the same words at the same position
shifted    an anchor: the same words elsewhere, where they stand once
context    an anchor: the words stand several times; those around decide
fuzzy      a suggestion: other words in its place, alike; never an anchor
ambiguous  refused: the words stand there, but it is not sure which are meant
orphan     refused: neither the words nor any that are like them

Anchors have all words of the quote, numbers and negations included. Positions count Unicode code points
from 0, the end exclusive: in the file, without a byte order mark, or in the text that is read from HTML,
which -o keeps. `quoted` are the words of the dataset where the copy has others.

\b
Examples:
  talks reanchor copy.txt
  talks reanchor copy.html --source SOURCE --status exact --json
"""

import sqlite3
import sys
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Annotated, Any

import typer

from istanbul_talks.cli.command_factory import make_row_command
from istanbul_talks.cli.completion import make_id_completer
from istanbul_talks.database.lookup import identify
from istanbul_talks.database.named_queries import QueryResult
from istanbul_talks.errors import NothingFound, TalksError
from istanbul_talks.reanchor.anchors import Anchor, Status, reanchor_quotes, recognise_article
from istanbul_talks.reanchor.read_copy import Copy, read_copy

LONG = 200_000
"""Length in characters above which a terminal is told that a copy is being compared."""

NAMES = ("id", "status", "start_char", "end_char", "words", "quoted", "note")

File = Annotated[
    Path,
    typer.Argument(
        metavar="FILE", help="Your copy: text or HTML.", exists=True, dir_okay=False, readable=True
    ),
]
Source = Annotated[
    str | None,
    typer.Option(
        "--source",
        metavar="SOURCE",
        help="The article it is a copy of; else that of which it has most quotes.",
        autocompletion=make_id_completer("sources"),
    ),
]
Statuses = Annotated[
    list[Status] | None,
    typer.Option("--status", metavar="STATUS", help="Only quotes of this status; may be given again."),
]
Output = Annotated[
    Path | None,
    typer.Option("-o", "--output", metavar="PATH", help="Keep the text in which the positions count."),
]
Force = Annotated[bool, typer.Option("--force", help="With -o: replace a file of other words.")]


def _reanchor_copy(
    db: sqlite3.Connection,
    file: File,
    source: Source = None,
    status: Statuses = None,
    output: Output = None,
    *,
    force: Force = False,
) -> QueryResult:
    copy = read_copy(file)
    anchors = _find_anchors(db, file, copy, source)
    if output:
        with suppress(OSError):  # it is new
            if output.samefile(file):
                raise TalksError(f"{output} is the copy itself; give another path with -o")
        _write_copy(copy.text, output, force=force)
    if copy.is_html:
        typer.echo(f"talks: {file} is HTML; positions count in the text read from it (-o keeps it)", err=True)
    return QueryResult(
        NAMES, [_make_row(anchor, copy.text) for anchor in anchors if not status or anchor.status in status]
    )


def _find_anchors(db: sqlite3.Connection, file: Path, copy: Copy, source: str | None) -> list[Anchor]:
    """Return an anchor for each quote of the article; NothingFound where the file has none of them."""
    source_id = identify(db, "sources", source) if source else recognise_article(db, copy.sha256, copy.text)
    if source_id is None:
        raise NothingFound(f"{file} has no quote of any article; `talks read` lists the articles")
    if len(copy.text) > LONG and sys.stderr.isatty():
        typer.echo(f"talks: comparing {len(copy.text):,} characters with {source_id} …", err=True)
    anchors = reanchor_quotes(db, source_id, copy.text)
    if anchors is None:
        hint = "" if source else "; if it is one of another article, say which with --source"
        raise NothingFound(f"{file} is no copy of {source_id}: too few of its words agree{hint}")
    if all(anchor.status is Status.ORPHAN for anchor in anchors):
        raise NothingFound(f"{file} has none of the quotes of {source_id}")
    return anchors


def _make_row(anchor: Anchor, text: str) -> Sequence[Any]:
    """Return what is printed of an anchor."""
    words = None if anchor.start is None else text[anchor.start : anchor.end]
    quoted = None if words == anchor.quote.exact else anchor.quote.exact
    return [anchor.quote.id, str(anchor.status), anchor.start, anchor.end, words, quoted, anchor.note]


def _write_copy(text: str, path: Path, *, force: bool) -> None:
    """Write the text to a file, as it is; one that is there is replaced where it has the same."""
    from istanbul_talks.database.outputs import FileOutput, write_file  # noqa: PLC0415  (only some ask for it)

    content = text.encode()
    write_file(FileOutput(path, lambda target: target.read_bytes() == content, force), content)


def _draw_anchors(names: Sequence[str], rows: list[Sequence[Any]]) -> None:
    """Draw how many quotes have which status, then the quotes."""
    from istanbul_talks.terminal import table_drawing  # noqa: PLC0415  (rich is slow to import)

    counts = Counter(row[1] for row in rows)
    table_drawing.draw_table(
        ["status", "quotes"], [[status, counts[status]] for status in Status if counts[status]]
    )
    table_drawing.draw_table(names, rows)


run = make_row_command(_reanchor_copy, _draw_anchors)
