"""An article with its coded words marked.

Where the database carries no running text, the quoted words stand in their places, below a note that says
where the original is.

\b
Examples:
  talks read SOURCE
  talks read SOURCE --mark roles,events
"""

import sqlite3
from typing import Annotated

import typer

from istanbul_talks.cli.command_factory import reads
from istanbul_talks.cli.completion import completing, completing_tables
from istanbul_talks.cli.filters import with_records
from istanbul_talks.database import article_text
from istanbul_talks.database.article_text import Span, Stretch
from istanbul_talks.database.lookup import identify
from istanbul_talks.terminal.plain_text import Paper, Piece, paper, pieces

Source = Annotated[
    str,
    typer.Argument(
        metavar="SOURCE",
        help="The article's id, or how its title begins.",
        autocompletion=completing("sources"),
    ),
]
Mark = Annotated[
    str,
    typer.Option(
        metavar="TABLES",
        help="Mark the words behind records of these tables.",
        autocompletion=completing_tables,
    ),
]


@reads
def run(db: sqlite3.Connection, source: Source, mark: Mark = "demands,claims") -> None:
    source_id = identify(db, "sources", source)
    tables = [with_records(db, table.strip()) for table in mark.split(",")]
    marks = article_text.spans(db, source_id, tables)
    stretches = article_text.stretches(db, source_id)
    with paper() as out:
        if any(stretch.words is None for stretch in stretches):
            _tell_of_original(db, source_id, out)
        out.passage([piece for stretch in stretches for piece in _marked(stretch, marks)])


def _tell_of_original(db: sqlite3.Connection, source_id: str, out: Paper) -> None:
    """Print where an article is that is shown with gaps."""
    from istanbul_talks.database.originals import original  # noqa: PLC0415  (only where the text is not there)

    for line in original(db, source_id).lines:
        out.paragraph(line)
    out.paragraph("")


def _marked(stretch: Stretch, marks: list[Span]) -> list[Piece]:
    """Return a stretch in pieces; for a gap, how many characters are missing."""
    if stretch.words is None:
        return [Piece(f" [… {stretch.length} characters …] ", False)]
    return pieces(article_text.cut(stretch, marks))
