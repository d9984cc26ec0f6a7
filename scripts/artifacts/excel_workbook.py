"""Workbook: the dataset for Excel: a cover sheet, then one sheet a table, whose references are links.

XlsxWriter writes the same bytes for the same content once the moment of creation is given.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from artifacts.release_context import Edition
from pipeline.contract import Field, Row, Table, Value

COVER = "About"
WIDTH = 24  # of a column, in characters
LONGEST_NAME = 31  # of a sheet, in Excel
Places = Mapping[str, Mapping[Value, int]]


def write_workbook(edition: Edition, path: Path) -> None:
    """Write the workbook."""
    tables = [table for table in edition.contract.tables.values() if table.path]
    rows = {table.name: list(edition.table(table.name)) for table in tables}
    places = {table.name: _places(table, rows[table.name]) for table in tables}
    with xlsxwriter.Workbook(path) as book:
        created = edition.created.replace(tzinfo=None)
        book.set_properties({"title": edition.contract.package["title"], "created": created})
        _fill_cover(book.add_worksheet(COVER), edition, {name: len(made) for name, made in rows.items()})
        for table in tables:
            sheet = book.add_worksheet(_sheet(table.name))
            _fill_header(sheet, list(table.fields.values()))
            _fill_rows(sheet, table, rows[table.name], places)


def _places(table: Table, rows: Sequence[Row]) -> dict[Value, int]:
    """Return the sheet's row of each id, counted from 1, below the header."""
    return {row[table.primary_key[0]]: number for number, row in enumerate(rows, 2)}


def _fill_cover(sheet: Worksheet, edition: Edition, counts: Mapping[str, int]) -> None:
    """Say what this is, and list the tables, each a link to its sheet."""
    package = edition.contract.package
    licences = ", ".join(licence["title"] for licence in package["licenses"])
    head = (package["title"], f"Version {package['version']}", package["description"], licences)
    for line, words in enumerate(head):
        sheet.write_string(line, 0, words)
    for line, (name, count) in enumerate(counts.items(), len(head) + 1):
        sheet.write_url(line, 0, f"internal:'{_sheet(name)}'!A1", string=name)
        sheet.write_number(line, 1, count)
        sheet.write_string(line, 2, edition.contract.tables[name].description)
    sheet.set_column(0, 0, WIDTH)


def _fill_header(sheet: Worksheet, columns: Sequence[Field]) -> None:
    """Write the names of the columns, each with its description as a comment; they stay in view."""
    for number, column in enumerate(columns):
        sheet.write_string(0, number, column.name)
        sheet.write_comment(0, number, column.description)
    sheet.freeze_panes(1, 1)
    sheet.set_column(0, len(columns) - 1, WIDTH)


def _fill_rows(sheet: Worksheet, table: Table, rows: Sequence[Row], places: Places) -> None:
    for line, row in enumerate(rows, 1):
        for number, column in enumerate(table.fields.values()):
            if row[column.name] is not None:
                _fill_cell(sheet, (line, number), column, row[column.name], places)
    sheet.autofilter(0, 0, len(rows), len(table.fields) - 1)


def _fill_cell(sheet: Worksheet, cell: tuple[int, int], column: Field, value: Value, places: Places) -> None:
    """Write a value: a reference as a link to the row it names, where Excel still has room for a link."""
    if isinstance(value, int | float):
        sheet.write_number(*cell, value)
    elif not column.references or _link(sheet, cell, column.references, value, places):
        sheet.write_string(*cell, str(value))  # never a formula, also where it begins with =


def _link(sheet: Worksheet, cell: tuple[int, int], table: str, value: Value, places: Places) -> int:
    """Write a link to a row; return what XlsxWriter returns, 0 where it was written."""
    target = f"internal:'{_sheet(table)}'!A{places[table][value]}"
    return int(sheet.write_url(*cell, target, string=str(value)))


def _sheet(table: str) -> str:
    return table[:LONGEST_NAME]
