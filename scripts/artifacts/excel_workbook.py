"""The dataset as an Excel workbook for readers: a cover, then a sheet for each of the questions.

What the sheets hold: workbook_sheets.py. The tables themselves are in CSV, SQLite and Parquet. XlsxWriter
writes the same bytes for the same content once the moment of creation is given.
"""

import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from artifacts.release_context import ReleaseContext
from artifacts.workbook_sheets import SHEETS, Row, Sheet, SheetColumn, list_rows
from istanbul_talks.database.citation_formats import as_text
from istanbul_talks.database.citations import cite_dataset
from istanbul_talks.database.named_queries import read_query
from istanbul_talks.text.characters import show_unfit
from pipeline.contract import Value

_COVER = "About"
_COVER_WIDTHS = (22, 100, 8)
_A4 = 9
_MOST_CHARACTERS = 32_767  # in a cell of Excel
_FIRST_YEAR = "1900"  # of a date in Excel
_HOW_TO_READ = (
    "Each row from the left: who says it and through whom it came (→), with the article's own verb; what is "
    "said; the article's words. “(author rejects)”, “(at a distance)” and “(author agrees)” are the author's "
    "stand towards the voice before them. It says what these articles say, not what is true. `talks show ID` "
    "leads from the id of a row to all that it rests on."
)
_FONT = {"font_name": "Arial", "font_size": 10, "valign": "top"}
_CELL = {**_FONT, "text_wrap": True, "border": 1, "border_color": "#D9D9D9"}
_LOOKS = {
    "title": {**_FONT, "font_size": 16, "bold": True},
    "header": {**_CELL, "bold": True, "bg_color": "#E7ECF2"},
    "text": _CELL,
    "day": {**_CELL, "num_format": "d mmm yyyy", "align": "left"},
    "id": {**_CELL, "font_size": 8, "font_color": "#767676"},
    "link": {**_FONT, "font_color": "#0B5394", "underline": 1},
}
_LINE, _HIGHEST = 12.75, 409  # the height of a line, the greatest of a row, in points
_SIGNS_TO_WIDTH = 1.2  # letters of this font, on average, in the width of a digit of Excel's own
Formats = Mapping[str, Format]


def write_workbook(context: ReleaseContext, path: Path) -> None:
    """Write the workbook."""
    rows = {sheet: list_rows(context.database, sheet) for sheet in SHEETS}
    with xlsxwriter.Workbook(path, {"strings_to_urls": False}) as book:
        created = context.moment.replace(tzinfo=None)
        book.set_properties({"title": context.contract.package["title"], "created": created})
        formats = {name: book.add_format(look) for name, look in _LOOKS.items()}
        _write_cover(book.add_worksheet(_COVER), context, formats, rows)
        for sheet in SHEETS:
            page = book.add_worksheet(sheet.name)
            _write_rows(page, sheet, rows[sheet], formats)
            _set_up_page(page, context, read_query(sheet.query).title)
            page.repeat_rows(0)


def _write_cover(
    page: Worksheet, context: ReleaseContext, formats: Formats, rows: Mapping[Sheet, Sequence[Row]]
) -> None:
    """Write what the workbook is and how it is cited, and a line for each sheet that links to it."""
    _write_cell(page, (0, 0), context.contract.package["title"], formats["title"])
    told = list(_describe_dataset(context))
    for line, (name, words) in enumerate(told, 2):
        _write_cell(page, (line, 0), name, formats["header"])
        _write_cell(page, (line, 1), words, formats["text"])
        _set_height(page, line, [(words, _COVER_WIDTHS[1])])
    for line, (sheet, listed) in enumerate(rows.items(), len(told) + 3):
        page.write_url(line, 0, f"internal:'{sheet.name}'!A1", formats["link"], sheet.name)
        _write_cell(page, (line, 1), read_query(sheet.query).title, formats["text"])
        _write_cell(page, (line, 2), len(listed), formats["text"])
    for number, width in enumerate(_COVER_WIDTHS):
        page.set_column(number, number, width)
    _set_up_page(page, context, _COVER)


def _describe_dataset(context: ReleaseContext) -> Iterator[tuple[str, str]]:
    """Yield what is told of the dataset, each under its name."""
    package = context.contract.package
    articles = context.database.execute("SELECT label FROM sources ORDER BY id")
    yield "What it is", package["description"]
    yield "Version", f"{package['version']}, {date.fromisoformat(context.day):%-d %B %Y}"
    yield "How to read it", _HOW_TO_READ
    yield "Articles", "\n".join(label for (label,) in articles)
    yield "Licence", "\n".join(f"{licence['title']}: {licence['path']}" for licence in package["licenses"])
    yield "How to cite it", as_text(cite_dataset(context.database))


def _write_rows(page: Worksheet, sheet: Sheet, rows: Sequence[Row], formats: Formats) -> None:
    """Write the header, which stays in view, filters, and the rows."""
    for number, column in enumerate(sheet.columns):
        page.set_column(number, number, column.width)
        _write_cell(page, (0, number), column.header, formats["header"])
    _set_height(page, 0, [(column.header, column.width) for column in sheet.columns])
    for line, row in enumerate(rows, 1):
        for number, column in enumerate(sheet.columns):
            _write_cell(page, (line, number), _read_value(row, column), formats[column.look])
        _set_height(page, line, [(row[column.key], column.width) for column in sheet.columns])
    page.freeze_panes(1, sheet.kept)
    page.autofilter(0, 0, len(rows), len(sheet.columns) - 1)


def _read_value(row: Row, column: SheetColumn) -> Value | date:
    """Return a value, a day as a date, by which Excel sorts, as far back as it knows any."""
    value: Value = row[column.key]
    return (
        date.fromisoformat(str(value)) if column.look == "day" and str(value or "") >= _FIRST_YEAR else value
    )


def _set_height(page: Worksheet, line: int, cells: Iterable[tuple[Value, int]]) -> None:
    """Make a row as high as the longest of its cells, since LibreOffice does not do it by itself."""
    texts = [(str(value).splitlines(), width) for value, width in cells if value is not None]
    lines = max(
        sum(len(textwrap.wrap(part, int(width * _SIGNS_TO_WIDTH))) or 1 for part in parts)
        for parts, width in texts
    )
    page.set_row(line, min(lines * _LINE + 1, _HIGHEST))


def _set_up_page(page: Worksheet, context: ReleaseContext, title: str) -> None:
    """Have a sheet printed across, as wide as the paper, with its title and the number of the page."""
    package = context.contract.package
    page.set_landscape()
    page.set_paper(_A4)
    page.fit_to_pages(1, 0)
    page.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    name = f"{package['title']} {package['version']}".replace("&", "&&")
    page.set_footer(f"&L{name}&C{title.replace('&', '&&')}&R&P / &N")


def _write_cell(page: Worksheet, cell: tuple[int, int], value: Value | date, look: Format) -> None:
    """Write a value, text always as text, never as a formula."""
    if isinstance(value, int | float):
        page.write_number(*cell, value, look)
    elif isinstance(value, date):
        page.write_datetime(*cell, value, look)
    elif value is None:
        page.write_blank(*cell, None, look)
    else:
        text = show_unfit(value)
        cut = len(text) > _MOST_CHARACTERS
        page.write_string(*cell, f"{text[: _MOST_CHARACTERS - 1]}…" if cut else text, look)
