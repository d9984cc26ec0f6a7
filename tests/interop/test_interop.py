"""Programs that nobody here wrote find in the release what the database has. Needs the extra `clients`."""

import re
import sqlite3
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import pytest

from fixtures.built_dataset import ROOT

pytestmark = pytest.mark.slow
if not find_spec("mlcroissant"):
    pytest.skip("the extra `clients` is not installed", allow_module_level=True)

import openpyxl  # noqa: E402

from consumers.catalogue import READINGS  # noqa: E402
from consumers.consumer import Counts, Reading, readings_table  # noqa: E402
from consumers.isolated import NPM, titles  # noqa: E402

NAME = "istanbul-talks"
ROWS = {"annotations.jsonld": ("annotations", "quotes"), "dna-statements.csv": ("statements", "statements")}
GRAPHS = {"actor-topics.graphml": "actor-topics.csv", "actor-actors.graphml": "actor-actors.csv"}


Find = Callable[[Reading], Counts]


@pytest.fixture(scope="module")
def find(real_release: Path) -> Find:
    """What a reading finds in the real release, read once; skipped where its client cannot be installed."""
    found: dict[Reading, Counts] = {}

    def find(reading: Reading) -> Counts:
        if missing := reading.environment.missing:
            pytest.skip(f"not installed: {', '.join(missing)}")
        if reading not in found:
            found[reading] = reading.read(reading.path(real_release, NAME))
        return found[reading]

    return find


@pytest.mark.parametrize("reading", READINGS, ids=lambda reading: f"{reading.client} {reading.artifact}")
def test_the_client_finds_what_the_database_has(
    real_release: Path, released: sqlite3.Connection, find: Find, reading: Reading
) -> None:
    """Catch an artifact that this client refuses, or of which it reads too little or too much."""
    assert find(reading) == expected(reading, real_release, released)


def test_the_page_shows_what_the_clients_find(find: Find) -> None:
    """Catch a dataset that changed without `python scripts/interoperability.py`; versions may differ."""
    page = (ROOT / "docs" / "interoperability.md").read_text(encoding="utf-8")
    found = [(reading, find(reading)) for reading in READINGS]
    assert without_versions(readings_table(found, NAME)) in without_versions(page)


@pytest.mark.skipif(bool(NPM.missing), reason="npm is not installed")
def test_citation_js_reads_every_format_alike(real_release: Path, released: sqlite3.Connection) -> None:
    """Catch a title that is lost or changed in one of the formats."""
    read = {ending: titles(real_release / f"citations.{ending}") for ending in ("json", "bib", "ris")}
    labels = [label for (label,) in released.execute("SELECT label FROM sources ORDER BY id")]
    assert read["json"][1:] == labels
    assert read["json"] == read["bib"] == read["ris"]


def test_the_workbook_links_and_keeps_text_as_text(real_release: Path) -> None:
    """Catch a comparator taken for a formula, a reference without its link, a header that scrolls away."""
    book = openpyxl.load_workbook(real_release / f"{NAME}.xlsx")
    sheet = book["quantities"]
    columns = {cell.value: cell.column for cell in sheet[1]}
    comparators = [sheet.cell(row, columns["comparator"]) for row in range(2, sheet.max_row + 1)]
    assert "=" in {cell.value for cell in comparators}
    assert {cell.data_type for cell in comparators} == {"s"}
    link = sheet.cell(2, columns["quote_id"])
    target, place = link.hyperlink.location.split("!")
    assert book[target.strip("'")][place].value == link.value
    assert sheet.freeze_panes == "B2"


def expected(reading: Reading, release: Path, database: sqlite3.Connection) -> Counts:
    """Return what the reading must find, counted in the database or in the plainest artifact."""
    if reading.artifact in GRAPHS:
        return graph(release / GRAPHS[reading.artifact])
    if reading.artifact.startswith("citations"):
        return {"references": 1 + count(database, "sources")}
    if reading.artifact == "CITATION.cff":
        return {"reference": 1}
    if reading.artifact in ROWS:
        what, table = ROWS[reading.artifact]
        return {what: count(database, table)}
    if reading.artifact == "records.jsonl":
        return dict(database.execute("SELECT table_name, count(*) FROM records GROUP BY 1").fetchall())
    tables = database.execute("SELECT name FROM contract_tables WHERE kind = 'table'").fetchall()
    return {name: count(database, name) for (name,) in tables}


def count(database: sqlite3.Connection, table: str) -> int:
    return int(database.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0])


def graph(edges: Path) -> Counts:
    """Count nodes and edges in a list of edges, whose first two columns are the ends."""
    lines = edges.read_text(encoding="utf-8").splitlines()
    two_modes = "topic_id" in lines[0]
    ends = [line.split(",")[:2] for line in lines[1:]]
    nodes = {(number if two_modes else 0, node) for pair in ends for number, node in enumerate(pair)}
    return {"nodes": len(nodes), "edges": len(ends)}


def without_versions(page: str) -> str:
    """Return a page without the second column of its tables."""
    return re.sub(r"^(\| [^|]+\|)[^|]+\|", r"\1", page, flags=re.MULTILINE)
