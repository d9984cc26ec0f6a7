"""The dataset as an Excel workbook: a cover sheet, then one sheet a table, whose references are links.

XlsxWriter writes the same bytes for the same content once the moment of creation is given.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from artifacts.release_context import ReleaseContext
from pipeline.contract import Field, Row, Table, Value

_COVER = "About"
_COLUMN_WIDTH = 24  # of a column, in characters
_LONGEST_NAME = 31  # of a sheet, in Excel
LinesById = Mapping[str, Mapping[Value, int]]


def write_workbook(context: ReleaseContext, path: Path) -> None:
    """Write the workbook."""
    tables = [table for table in context.contract.tables.values() if table.path]
    rows = {table.name: list(context.select_all(table.name)) for table in tables}
    lines_by_id = {table.name: _number_lines(table, rows[table.name]) for table in tables}
    with xlsxwriter.Workbook(path) as book:
        created = context.moment.replace(tzinfo=None)
        book.set_properties({"title": context.contract.package["title"], "created": created})
        _write_cover(
            book.add_worksheet(_COVER), context, {name: len(table_rows) for name, table_rows in rows.items()}
        )
        for table in tables:
            sheet = book.add_worksheet(_cut_sheet_name(table.name))
            _write_header(sheet, list(table.fields.values()))
            _write_rows(sheet, table, rows[table.name], lines_by_id)


def _number_lines(table: Table, rows: Sequence[Row]) -> dict[Value, int]:
    """Return the sheet's row of each id, counted from 1, below the header."""
    return {row[table.primary_key[0]]: number for number, row in enumerate(rows, 2)}


def _write_cover(sheet: Worksheet, context: ReleaseContext, counts: Mapping[str, int]) -> None:
    """Write title, version, description and licences, and list the tables, each a link to its sheet."""
    package = context.contract.package
    licences = ", ".join(licence["title"] for licence in package["licenses"])
    head = (package["title"], f"Version {package['version']}", package["description"], licences)
    for line, words in enumerate(head):
        sheet.write_string(line, 0, words)
    for line, (name, count) in enumerate(counts.items(), len(head) + 1):
        sheet.write_url(line, 0, f"internal:'{_cut_sheet_name(name)}'!A1", string=name)
        sheet.write_number(line, 1, count)
        sheet.write_string(line, 2, context.contract.tables[name].description)
    sheet.set_column(0, 0, _COLUMN_WIDTH)


def _write_header(sheet: Worksheet, columns: Sequence[Field]) -> None:
    """Write the names of the columns, each with its description as a comment; they stay in view."""
    for number, column in enumerate(columns):
        sheet.write_string(0, number, column.name)
        sheet.write_comment(0, number, column.description)
    sheet.freeze_panes(1, 1)
    sheet.set_column(0, len(columns) - 1, _COLUMN_WIDTH)


def _write_rows(sheet: Worksheet, table: Table, rows: Sequence[Row], lines_by_id: LinesById) -> None:
    for line, row in enumerate(rows, 1):
        for number, column in enumerate(table.fields.values()):
            if row[column.name] is not None:
                _write_cell(sheet, (line, number), column, row[column.name], lines_by_id)
    sheet.autofilter(0, 0, len(rows), len(table.fields) - 1)


def _write_cell(
    sheet: Worksheet, cell: tuple[int, int], column: Field, value: Value, lines_by_id: LinesById
) -> None:
    """Write a value: a reference as a link to the row it names, where Excel still has room for a link."""
    if isinstance(value, int | float):
        sheet.write_number(*cell, value)
    elif not column.references or _write_link(sheet, cell, column.references, value, lines_by_id):
        sheet.write_string(*cell, str(value))  # never a formula, also where it begins with =


def _write_link(
    sheet: Worksheet, cell: tuple[int, int], table: str, value: Value, lines_by_id: LinesById
) -> int:
    """Write a link to a row; return what XlsxWriter returns, 0 where it was written."""
    target = f"internal:'{_cut_sheet_name(table)}'!A{lines_by_id[table][value]}"
    return int(sheet.write_url(*cell, target, string=str(value)))


def _cut_sheet_name(table: str) -> str:
    return table[:_LONGEST_NAME]
