"""Write a table, or all of them, to files of text.

A file appears only when it is whole. One that is there is replaced where it is such an export already, any
other only with --force. --all replaces in a folder only what it has put there; all else stays. Without -o the
table is printed. The format is by default what the ending of PATH says, or else CSV. The articles' texts are
not among --all. Parquet and a workbook are in a release.

\b
Examples:
  talks export demands -o demands.jsonl
  talks export --all -o tables
"""

import sqlite3
import sys
from pathlib import Path
from typing import Annotated

import typer

from istanbul_talks.cli.command_factory import make_command
from istanbul_talks.cli.completion import complete_table_names
from istanbul_talks.database.declared_tables import read_table
from istanbul_talks.errors import TalksError
from istanbul_talks.terminal import table_files
from istanbul_talks.terminal.row_printing import Csv, FormatOption, Json, choose_format

Table = Annotated[
    str | None,
    typer.Argument(metavar="[TABLE]", help="A table or view.", autocompletion=complete_table_names),
]
All = Annotated[bool, typer.Option("--all", help="Every table: a file for each.")]
Output = Annotated[
    Path | None,
    typer.Option("-o", "--output", metavar="PATH", help="The file; with --all the folder."),
]

Force = Annotated[bool, typer.Option("--force", help="Replace also files of other things.")]


@make_command
def run(
    db: sqlite3.Connection,
    table: Table = None,
    *,
    everything: All = False,
    output: Output = None,
    force: Force = False,
    as_json: Json = False,
    as_csv: Csv = False,
    form: FormatOption = None,
) -> None:
    chosen = choose_format(as_json=as_json, as_csv=as_csv, form=form)
    if everything == (table is not None):
        raise TalksError("name one TABLE to export, or give --all; `talks schema` lists the tables")
    if table is not None:
        _export_table(db, table, chosen, output, force=force)
    elif output is not None:
        table_files.write_folder(table_files.read_all_tables(db), chosen or "csv", output, force=force)
    else:
        raise TalksError("name a folder for all tables with -o")


def _export_table(
    db: sqlite3.Connection, table: str, form: str | None, output: Path | None, *, force: bool
) -> None:
    """Write a table to a file, or print it."""
    form = form or table_files.guess_format(output)
    contents = read_table(db, table)
    if output:
        table_files.write_file(contents, form, output, force=force)
    else:
        table_files.write_text(contents, form, sys.stdout)
