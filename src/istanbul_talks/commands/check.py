"""Hold a draft against the articles: quotations, figures, names.

Are its quotations verbatim and given to the right speaker, through whom do we know them, does anybody deny
them, and are its figures, names and dates those of the articles? It says what these articles say, not what is
true. The draft is text, Markdown or HTML in UTF-8; - is standard input.

In a terminal each passage to look at is a block; into a pipe it is a line, FILE:LINE: …, as of a linter, for
a hook before publication. Exit status: 0 nothing to object, 1 something to look at, 2 misuse.

\b
Examples:
  talks check draft.md
  talks check draft.html --all --json
"""

import sqlite3
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import starmap
from json import dumps
from pathlib import Path
from typing import Annotated, Any

import typer

from istanbul_talks.check.described_findings import DescribedFinding, group_told, list_originals
from istanbul_talks.check.draft_report import report_draft
from istanbul_talks.check.drafts import read_draft
from istanbul_talks.check.findings import Told
from istanbul_talks.check.marked_differences import MarkedRun, shorten_runs
from istanbul_talks.cli.command_factory import (
    DATABASE_PARAMETER,
    list_options,
    make_command,
    set_signature,
)
from istanbul_talks.database.full_text import warn_of
from istanbul_talks.errors import ExitStatus, NothingFound, TalksError
from istanbul_talks.terminal.row_formats import Row
from istanbul_talks.terminal.row_printing import PRINTING_OPTIONS, choose_rows, print_rows

NAMES = (
    "line",
    "kind",
    "passage",
    "verdict",
    "differs",
    "article_words",
    "given_to",
    "told",
    "denials",
    "places",
)

ORDERING = {"sort", "limit"}
"""The options that choose rows and leave to a terminal how they look."""

File = Annotated[
    Path,
    typer.Argument(
        metavar="DRAFT",
        help="Text, Markdown or HTML; - is standard input.",
        exists=True,
        dir_okay=False,
        readable=True,
        allow_dash=True,
    ),
]
All = Annotated[bool, typer.Option("--all", help="What there is nothing to object to, too.")]


def _check(db: sqlite3.Connection, file: File, *, everything: All = False, **printing: Any) -> None:
    draft = read_draft(file)
    report = report_draft(db, draft)
    _refuse(report.faults)
    warn_of(report.doubts)
    listed = [finding for finding in report.findings if everything or not finding.is_right]
    rows = {_make_row(finding): finding for finding in listed}  # each once
    asked = {name for name, value in printing.items() if value is not None and value is not False}
    if sys.stdout.isatty() and asked <= ORDERING:
        chosen = choose_rows(NAMES, rows, printing["sort"], printing["limit"])
        _draw([rows[row] for row in chosen], report.summary)
    else:
        _print(draft.name, rows, printing if asked else {})
        warn_of([report.summary])
    if not all(finding.is_right for finding in report.findings):
        raise typer.Exit(ExitStatus.NOTHING_FOUND)


def _refuse(faults: Sequence[str]) -> None:
    """Raise TalksError where a draft cannot be checked, after a line for each other reason."""
    if faults:
        warn_of(faults[:-1])
        raise TalksError(faults[-1])


def _print(name: str, rows: Mapping[Row, DescribedFinding], printing: dict[str, Any]) -> None:
    """Print findings as lines, or as rows where these are asked for; that there are none is good."""
    if not printing:
        print("".join(f"{name}:{_format_line(finding)}\n" for finding in rows.values()), end="")
        return
    with suppress(NothingFound):
        print_rows(NAMES, rows, **printing)


def _draw(listed: Sequence[DescribedFinding], summary: str) -> None:
    """Draw findings in a terminal."""
    from istanbul_talks.terminal import finding_blocks  # noqa: PLC0415  (rich is slow to import)
    from istanbul_talks.terminal.pager import paging_output  # noqa: PLC0415

    with paging_output():
        finding_blocks.draw_findings(listed, list_originals(listed), summary)


def _format_line(finding: DescribedFinding) -> str:
    """Return a finding as one line, what differs between asterisks."""
    return f"{finding.line}: {finding.heading}: " + "; ".join(_list_parts(finding))


def _list_parts(finding: DescribedFinding) -> Iterator[str]:
    yield _mark(finding.passage)
    if finding.article:
        yield f"the article has {_mark(finding.article)}"
    if finding.explanation:
        yield finding.explanation
    brief, left = finding.shorten()
    told = "; ".join(starmap(_format_told, group_told(brief.told)))
    if finding.opening or told:
        yield ": ".join(filter(None, [finding.opening, told]))
    yield from map(str, brief.where)
    if left:
        yield f"and {left} more: --json"


def _format_told(voice: str, said: Iterable[tuple[str, str]]) -> str:
    return " ".join([voice, *(f"{says} [{row_id}]" if row_id else says for says, row_id in said)]).lstrip()


def _mark(runs: Sequence[MarkedRun]) -> str:
    return "".join(f"**{text}**" if is_set_off else text for text, is_set_off in shorten_runs(runs))


def _make_row(finding: DescribedFinding) -> Row:
    """Return a finding as a row; what there may be more of is a JSON cell."""
    places = [
        {
            "text": where.label,
            "date": where.date or None,
            "source": where.place.source_id,
            "start_char": where.place.start,
            "end_char": where.place.end,
            "quote": where.quote_id,
        }
        for where in finding.where
    ]
    return (
        finding.line,
        str(finding.kind),
        "".join(text for text, _ in finding.passage),
        finding.verdict,
        finding.differs or None,
        finding.article_words or None,
        finding.given_to or None,
        _encode(_list_told(finding.told)),
        _encode(_list_told(finding.denials)),
        _encode(places),
    )


def _list_told(told: Iterable[Told]) -> list[dict[str, Any]]:
    return [{"text": each.text, "table": each.table, "id": each.row_id} for each in told]


def _encode(items: list[dict[str, Any]]) -> str | None:
    return dumps(items, ensure_ascii=False, separators=(",", ":")) if items else None


run = make_command(set_signature(_check, DATABASE_PARAMETER, [*list_options(_check), *PRINTING_OPTIONS]))
