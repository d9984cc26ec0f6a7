"""Third-party consumers find in the release what the database has. Needs the extra `interop`.

`python -m pytest -m slow tests/interop/test_interop.py --refresh` writes docs/interoperability.md anew.
"""

import re
import sqlite3
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import pytest

from fixtures.built_dataset import PACKAGE
from generated_docs.cog_pages import refresh_pages
from generated_docs.measured_seeds import list_outdated, stamp_figures

pytestmark = pytest.mark.slow
if not find_spec("mlcroissant"):
    pytest.skip("the extra `interop` is not installed", allow_module_level=True)

import pybtex.database  # noqa: E402
import rispy  # noqa: E402

from interop.consumer import Consumer, Counts  # noqa: E402
from interop.interop_page import CONSUMERS, PAGE, tabulate_consumers  # noqa: E402
from interop.isolated import NPM, read_titles  # noqa: E402

NAME = "istanbul-talks"
TABLES = {
    "annotations.jsonld": {"annotations": "quotes"},
    "dna-statements.csv": {"statements": "statements"},
    "{dataset}.xlsx": {
        "Demands": "demands_in_words",
        "Claims": "claims_in_words",
        "Events": "events",
        "Disagreements": "disagreements",
        "People": "people",
    },
}
"""What is counted in an artifact, and the table or view that has as many rows."""

GRAPHS = {"actor-topics.graphml": "actor-topics.csv", "actor-actors.graphml": "actor-actors.csv"}


Find = Callable[[Consumer], Counts]


@pytest.fixture(scope="module")
def find_counts(real_release: Path) -> Find:
    """What a consumer finds in the real release, read once; skipped where it cannot be installed."""
    found: dict[Consumer, Counts] = {}

    def find(consumer: Consumer) -> Counts:
        if missing := consumer.environment.missing:
            pytest.skip(f"not installed: {', '.join(missing)}")
        if consumer not in found:
            found[consumer] = consumer.read(consumer.locate(real_release, NAME))
        return found[consumer]

    return find


@pytest.mark.parametrize("consumer", CONSUMERS, ids=lambda consumer: f"{consumer.name} {consumer.artifact}")
def test_the_consumer_finds_what_the_database_has(
    real_release: Path, released: sqlite3.Connection, find_counts: Find, consumer: Consumer
) -> None:
    """Catch an artifact that this consumer refuses, or of which it reads too little or too much."""
    assert find_counts(consumer) == expect_counts(consumer, real_release, released)


def test_the_page_shows_what_the_consumers_find(
    find_counts: Find, real_seeds: Path, request: pytest.FixtureRequest
) -> None:
    """Catch an artifact that changed without a refresh of the page; versions, and other seeds, may differ."""
    found = [
        (consumer, None if consumer.environment.missing else find_counts(consumer)) for consumer in CONSUMERS
    ]
    table = tabulate_consumers(found, NAME)
    if request.config.getoption("--refresh"):
        assert refresh_pages([PAGE], stamp_figures({"consumers": table}, real_seeds, PACKAGE)) == 0
    if list_outdated([PAGE], real_seeds, PACKAGE):
        pytest.skip("measured on other seeds")
    assert remove_versions(table) in remove_versions(PAGE.read_text(encoding="utf-8"))


@pytest.mark.skipif(bool(NPM.missing), reason="npm is not installed")
def test_citation_js_reads_every_format_alike(real_release: Path, released: sqlite3.Connection) -> None:
    """Catch a title that is lost or changed in one of the formats."""
    read = {ending: read_titles(real_release / f"citations.{ending}") for ending in ("json", "bib", "ris")}
    labels = [label for (label,) in released.execute("SELECT label FROM sources ORDER BY id")]
    assert read["json"][1:] == labels
    assert read["json"] == read["bib"] == read["ris"]


def test_pybtex_and_rispy_read_family_and_given_names_apart(
    real_release: Path, released: sqlite3.Connection
) -> None:
    """Catch a signed article whose author sorts by the first name, and an unsigned one with an author."""
    authors = """
    SELECT sources.id, family_name, given_name FROM sources LEFT JOIN people ON people.id = author_id
    """
    names = {source: (family, given) for source, family, given in released.execute(authors)}
    entries = pybtex.database.parse_file(real_release / "citations.bib").entries
    records = rispy.loads((real_release / "citations.ris").read_text(encoding="utf-8"))
    by_id = {record["id"]: record.get("authors", []) for record in records}
    assert any(family for family, _ in names.values())
    for source, (family, given) in names.items():
        persons = entries[source].persons.get("author", [])
        assert [(person.last_names, person.first_names) for person in persons] == (
            [([family], [given])] if family else []
        )
        assert by_id[source] == ([f"{family}, {given}"] if family else [])


def expect_counts(consumer: Consumer, release: Path, database: sqlite3.Connection) -> Counts:
    """Return what the consumer must find, counted in the database or in the plainest artifact."""
    if consumer.artifact in GRAPHS:
        return count_graph(release / GRAPHS[consumer.artifact])
    if consumer.artifact.startswith("citations"):
        return {"references": 1 + count_rows(database, "sources")}
    if consumer.artifact == "CITATION.cff":
        return {"reference": 1}
    if consumer.artifact in TABLES:
        return {what: count_rows(database, table) for what, table in TABLES[consumer.artifact].items()}
    if consumer.artifact == "records.jsonl":
        return dict(database.execute("SELECT table_name, count(*) FROM records GROUP BY 1").fetchall())
    tables = database.execute("SELECT name FROM contract_tables WHERE kind = 'table'").fetchall()
    return {name: count_rows(database, name) for (name,) in tables}


def count_rows(database: sqlite3.Connection, table: str) -> int:
    return int(database.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0])


def count_graph(edges: Path) -> Counts:
    """Count nodes and edges in a list of edges, whose first two columns are the ends."""
    lines = edges.read_text(encoding="utf-8").splitlines()
    two_modes = "topic_id" in lines[0]
    ends = [line.split(",")[:2] for line in lines[1:]]
    nodes = {(number if two_modes else 0, node) for pair in ends for number, node in enumerate(pair)}
    return {"nodes": len(nodes), "edges": len(ends)}


def remove_versions(page: str) -> str:
    """Return a page without the second column of its tables."""
    return re.sub(r"^(\| [^|]+\|)[^|]+\|", r"\1", page, flags=re.MULTILINE)
