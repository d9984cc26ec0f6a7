"""The workbook for readers: what its sheets say, that text stays text, and how it prints."""

import shutil
import sqlite3
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from artifacts.excel_workbook import write_workbook
from artifacts.release_context import ReleaseContext
from artifacts.workbook_sheets import SHEETS
from fixtures.built_dataset import PACKAGE, ROOT
from istanbul_talks.text.running_text import format_running_text
from pipeline.contract import read_contract
from pipeline.readonly_database import open_readonly

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
PATHS = {sheet.name: f"xl/worksheets/sheet{number}.xml" for number, sheet in enumerate(SHEETS, 2)}
HOSTILE = '=HYPERLINK("https://example.org")\x0c\x1b[31m'


class Workbook:
    """What the files of a workbook say."""

    def __init__(self, path: Path) -> None:
        self.archive = zipfile.ZipFile(path)
        strings = self.read("xl/sharedStrings.xml").iter(f"{MAIN}si")
        self.strings = ["".join(string.itertext()) for string in strings]

    def read(self, member: str) -> ET.Element:
        return ET.fromstring(self.archive.read(member))

    def rows(self, sheet: str) -> list[list[str]]:
        """Return the cells of every row; an empty cell is an empty text."""
        return [list(map(self._read_cell, row)) for row in self.read(PATHS[sheet]).iter(f"{MAIN}row")]

    def _read_cell(self, cell: ET.Element) -> str:
        value = cell.findtext(f"{MAIN}v", "")
        return self.strings[int(value)] if cell.get("t") == "s" else value


def make_workbook(database: Path, folder: Path) -> Workbook:
    """Write the workbook of a database into a folder, as a release does."""
    package = read_contract(PACKAGE)
    with closing(open_readonly(database)) as connection:
        context = ReleaseContext(
            ROOT, ROOT / "seeds", PACKAGE, ROOT / "data", folder, package, connection, datetime(2026, 1, 1)
        )
        write_workbook(context, folder / "made.xlsx")
    return Workbook(folder / "made.xlsx")


@pytest.fixture(scope="module")
def workbook(released_db: Path, tmp_path_factory: pytest.TempPathFactory) -> Workbook:
    return make_workbook(released_db, tmp_path_factory.mktemp("workbook"))


@pytest.fixture(scope="module")
def database(released_db: Path) -> Iterator[sqlite3.Connection]:
    with closing(open_readonly(released_db)) as connection:
        yield connection


@pytest.mark.parametrize(
    ("sheet", "query"),
    [
        (
            "Demands",
            "SELECT voice, coalesce('per ' || account || ': ', '') || said.content, words "
            "FROM demands_in_words AS said JOIN demands ON demands.id = demand_id",
        ),
        ("Claims", "SELECT voice, proposition, words FROM claims_in_words"),
    ],
)
def test_each_statement_stands_after_its_voice_and_before_its_words(
    workbook: Workbook, database: sqlite3.Connection, sheet: str, query: str
) -> None:
    """Catch a claim or demand without its voice, a statement that is left out, words that are another's."""
    header, *rows = workbook.rows(sheet)
    assert (header[0], header[2]) == ("who says it", "in whose words")
    told = [
        (voice, said, format_running_text(f"“{words}”")) for voice, said, words in database.execute(query)
    ]
    assert told
    assert sorted((row[0], row[1], row[2]) for row in rows) == sorted(told)


def test_each_side_of_a_disagreement_stands_after_its_voice(
    workbook: Workbook, database: sqlite3.Connection
) -> None:
    _, *rows = workbook.rows("Disagreements")
    sides = database.execute("SELECT label, voice, says FROM disagreements").fetchall()
    assert sides
    assert sorted(tuple(row[:3]) for row in rows) == sorted(sides)


def test_days_are_dates_by_which_excel_sorts(workbook: Workbook, database: sqlite3.Connection) -> None:
    """Catch a day that is text, or is counted from another day than Excel's."""
    header, *rows = workbook.rows("Events")
    days = {row[-1]: row[header.index("earliest day")] for row in rows}
    known = database.execute(
        "SELECT id, CAST(julianday(earliest) - julianday('1899-12-30') AS INTEGER) FROM events"
    )
    assert days == {row_id: str(day or "") for row_id, day in known}


def test_names_stand_instead_of_ids(workbook: Workbook, database: sqlite3.Connection) -> None:
    """Catch the id of an article or of a person in any column but the last."""
    ids = {row_id for (row_id,) in database.execute("SELECT id FROM sources UNION SELECT id FROM actors")}
    cells = {cell for sheet in PATHS for row in workbook.rows(sheet) for cell in row[:-1]}
    assert not ids & cells


def test_every_sheet_prints_across_with_its_header_on_each_page(workbook: Workbook) -> None:
    names = workbook.read("xl/workbook.xml").iter(f"{MAIN}definedName")
    titles = [name.text for name in names if name.get("name") == "_xlnm.Print_Titles"]
    assert titles == [f"{sheet}!$1:$1" for sheet in sorted(PATHS)]
    for sheet in SHEETS:
        page = workbook.read(PATHS[sheet.name])
        setup, pane = page.find(f"{MAIN}pageSetup"), page.find(f".//{MAIN}pane")
        assert setup is not None
        assert pane is not None
        assert (setup.get("orientation"), setup.get("fitToHeight")) == ("landscape", "0")
        assert (pane.get("state"), pane.get("ySplit"), pane.get("xSplit")) == ("frozen", "1", str(sheet.kept))
        assert page.find(f"{MAIN}autoFilter") is not None


@pytest.mark.parametrize(
    ("name", "written"),
    [
        (HOSTILE, HOSTILE.replace("\x0c", r"\x0c").replace("\x1b", r"\x1b")),
        ("x" * 40_000, "x" * 32_766 + "…"),  # more than a cell holds
    ],
    ids=["hostile", "long"],
)
def test_text_stays_text_whatever_it_holds(
    released_db: Path, tmp_path: Path, name: str, written: str
) -> None:
    """Catch a formula, a link or a control character that a name brings, and a long name that is left out."""
    hostile = Path(shutil.copyfile(released_db, tmp_path / "hostile.db"))
    with closing(sqlite3.connect(hostile, isolation_level=None)) as connection:
        connection.execute("UPDATE people SET name = ?", [name])
    workbook = make_workbook(hostile, tmp_path)
    _, *rows = workbook.rows("People")
    assert {row[0] for row in rows} == {written}
    sheets = [workbook.read(path) for path in PATHS.values()]
    kinds = ("f", "hyperlink")
    assert not [found for sheet in sheets for kind in kinds for found in sheet.iter(f"{MAIN}{kind}")]
