"""Whole tables as files: each format writes an answer to a path; files appear only when they are whole."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Any, TextIO

from istanbul_talks.database.named_queries import QueryResult, read_result
from istanbul_talks.errors import NothingFound, TalksError
from istanbul_talks.terminal.optional_packages import import_optional
from istanbul_talks.terminal.row_formats import FORMAT_WRITERS, RowWriter

SHEET_NAME = 31
"""Characters that a spreadsheet allows in the name of a sheet."""

CELL = 32_767
"""Characters that a spreadsheet allows in a cell."""

Tables = dict[str, QueryResult]
"""Tables by name."""


class Format(StrEnum):
    """The formats of files."""

    CSV = "csv"
    JSON = "json"
    JSONL = "jsonl"
    MARKDOWN = "markdown"
    PARQUET = "parquet"
    XLSX = "xlsx"


SUFFIXES = {Format.MARKDOWN: "md"}
"""The endings of files, where they are not the name of the format."""


def contents(db: sqlite3.Connection, table: str) -> QueryResult:
    """Return all rows of a table or view of the contract; NothingFound when there is no such table."""
    if not db.execute("SELECT 1 FROM contract_tables WHERE name = ?", [table]).fetchone():
        raise NothingFound(f"there is no table “{table}”; `talks schema` lists them")
    return read_result(db.execute(f'SELECT * FROM "{table}"'))


def tables(db: sqlite3.Connection) -> Tables:
    """Return the tables of the data package: no views, and not the articles' texts."""
    names = db.execute("SELECT name FROM contract_tables WHERE kind = 'table' ORDER BY position").fetchall()
    return {name: contents(db, name) for (name,) in names}


def guessed(path: Path | None) -> Format:
    """Return the format that the ending of a path stands for, by default CSV."""
    ending = path.suffix.removeprefix(".") if path else ""
    return next((each for each in Format if ending == SUFFIXES.get(each, each)), Format.CSV)


def write_file(exported: Tables, form: Format, path: Path) -> None:
    """Write tables to one file; only a workbook holds several."""
    with whole(path) as aside:
        _save(exported, form, aside)


def write_folder(exported: Tables, form: Format, folder: Path) -> None:
    """Write each table to a file of its own in the folder, all or none."""
    with ExitStack() as stack:
        for name, table in exported.items():
            path = folder / f"{name}.{SUFFIXES.get(form, form)}"
            _save({name: table}, form, stack.enter_context(whole(path)))


@contextmanager
def whole(path: Path) -> Iterator[Path]:
    """Give a path beside to write to; move it into place at the end, remove it if something failed."""
    aside = path.with_name(f".{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        yield aside
        aside.replace(path)
    except OSError as error:
        raise TalksError(f"{path} cannot be written ({error.strerror}); give another with -o") from error
    finally:
        if aside.parent.is_dir():
            aside.unlink(missing_ok=True)


def _save(exported: Tables, form: Format, path: Path) -> None:
    """Write tables to one file as it is, whole or not."""
    if form is Format.XLSX:
        _save_workbook(exported, path)
        return
    (table,) = exported.values()
    if form is Format.PARQUET:
        _save_parquet(table, path)
    else:
        with path.open("w", encoding="utf-8", newline="\n") as file:
            write_text(table, form, file)


def write_text(table: QueryResult, form: Format, file: TextIO) -> None:
    """Write a table in one of the formats that are text."""
    write: RowWriter = FORMAT_WRITERS[form]
    write(table.names, table.rows, file)


def _save_parquet(table: QueryResult, path: Path) -> None:
    """Write a table as Parquet; a column without values is one of text."""
    arrow = import_optional("pyarrow", "export", "Parquet")
    parquet = import_optional("pyarrow.parquet", "export", "Parquet")
    rows = list(table.rows)
    arrays = [_column(arrow, [row[i] for row in rows]) for i in range(len(table.names))]
    parquet.write_table(arrow.table(arrays, names=list(table.names)), path)


def _column(arrow: Any, values: list[Any]) -> Any:
    """Return values as a column of Arrow."""
    found = arrow.array(values)
    return found.cast(arrow.string()) if found.type == arrow.null() else found


def _save_workbook(exported: Tables, path: Path) -> None:
    """Write tables as the sheets of a workbook; what looks like a formula stays text."""
    openpyxl = import_optional("openpyxl", "export", "a spreadsheet")
    book = openpyxl.Workbook(write_only=True)
    for name, table in exported.items():
        sheet = book.create_sheet(name[:SHEET_NAME])
        for row in [table.names, *table.rows]:
            sheet.append(_cells(sheet, row))
    book.save(path)


def _cells(sheet: Any, row: Iterable[Any]) -> list[Any]:
    """Return a row as the cells of a sheet; TalksError where one is too long for it."""
    make: Callable[..., Any] = import_optional("openpyxl.cell", "export", "a spreadsheet").WriteOnlyCell
    made = []
    for value in row:
        if isinstance(value, str) and len(value) > CELL:
            raise TalksError(f"a cell of a spreadsheet holds {CELL:,} characters; choose another --format")
        cell = make(sheet, value)
        if isinstance(value, str):
            cell.data_type = "s"
        made.append(cell)
    return made
