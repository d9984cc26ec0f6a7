"""How the release is cited and described, and its tables for spreadsheets and columnar programs."""

import csv
import json
import shutil
import sqlite3
import zipfile
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path
from xml.etree import ElementTree as ET

import pyarrow.parquet as pq
import pytest
import yaml

from artifacts.croissant import RESPONSIBLE_AI
from artifacts.datacite_record import write_datacite
from artifacts.parquet_files import ORIGIN_COLUMNS
from artifacts.release_context import ReleaseContext
from artifacts.schema_org import describe_dataset
from artifacts.web_annotations import write_annotations
from fixtures.built_dataset import PACKAGE, ROOT, VILLAGE
from fixtures.releases import read_citations
from fixtures.talks_runner import run_talks
from generated_docs.data_card import read_data_card
from generated_docs.repository_metadata import format_citation_file, refresh_metadata
from istanbul_talks.database.citations import cite
from pipeline.contract import Table, read_contract
from static_pages.file_addresses import AddressBook

CONTRACT = read_contract(PACKAGE)
TABLES = [table for table in CONTRACT.tables.values() if table.path]


def test_the_dataset_and_every_article_can_be_cited(real_release: Path, released: sqlite3.Connection) -> None:
    """Catch an article that no bibliography knows, in any of the three formats."""
    sources = [source for (source,) in released.execute("SELECT id FROM sources ORDER BY id")]
    assert list(read_citations(real_release)) == ["istanbul-talks", *sources]
    for ending, opening in ((".bib", "@misc{"), (".ris", "ID  - ")):
        content = (real_release / f"citations{ending}").read_text(encoding="utf-8")
        assert [name for name in ("istanbul-talks", *sources) if f"{opening}{name}" not in content] == []


def test_only_what_an_article_states_is_cited_as_its_own(
    real_release: Path, released: sqlite3.Connection
) -> None:
    """Catch outside knowledge that passes as article content."""
    inferred = (
        "SELECT source_id, field, value FROM source_metadata"
        " WHERE basis NOT IN ('stated', 'not_stated') AND field <> 'original_date'"
    )
    for source, field, value in released.execute(inferred).fetchall():
        citation = read_citations(real_release)[source]
        assert value in citation.pop("note")
        assert value not in (citation.get("publisher"), citation.get("author"))
        if field == "publisher":
            assert citation[field] == f"[{value}]"


def test_the_date_of_an_article_is_the_printed_one(village_release: Path) -> None:
    assert read_citations(village_release)["well-talks"]["issued"] == {"date-parts": [[1998, 3, 2]]}
    ris = (village_release / "citations.ris").read_text(encoding="utf-8")
    assert "DA  - 1998/03/02" in ris
    assert "issued" not in read_citations(village_release)["mill-meeting"]


def test_the_release_cites_as_the_command_does(real_release: Path) -> None:
    """Catch a second opinion on who wrote an article, of what kind it is, or of what year the dataset is."""
    database = real_release / "istanbul-talks.db"
    for key, item in read_citations(real_release).items():
        words = [] if key == "istanbul-talks" else [key]
        run = run_talks(database, "cite", *words, "--format", "csl-json")
        assert json.loads(run.stdout) == [item]


def test_everything_about_the_release_gives_the_year_of_the_contract(real_release: Path) -> None:
    day = CONTRACT.package["created"][:10]
    year, month, of_month = map(int, day.split("-"))
    assert read_citations(real_release)["istanbul-talks"]["issued"] == {
        "date-parts": [[year, month, of_month]]
    }
    assert json.loads((real_release / "schema-org.jsonld").read_bytes())["datePublished"] == day
    root = ET.parse(real_release / "datacite.xml").getroot()
    assert root.findtext("{http://datacite.org/schema/kernel-4}publicationYear") == day[:4]


def test_the_citation_file_of_a_release_has_its_day(real_release: Path) -> None:
    cff = yaml.safe_load((real_release / "CITATION.cff").read_text(encoding="utf-8"))
    assert [cff[name] for name in ("version", "title")] == [
        CONTRACT.package[name] for name in ("version", "title")
    ]
    assert str(cff["date-released"]) == CONTRACT.package["created"][:10]


HOME, DOI = "https://example.org/talks/", "10.1234/village"


@pytest.fixture
def published(released_db: Path, tmp_path: Path) -> Iterator[ReleaseContext]:
    """What is released of a village that has a DOI and an address on the web."""
    path = Path(shutil.copyfile(released_db, tmp_path / "istanbul-talks.db"))
    package = {**CONTRACT.package, "homepage": HOME.rstrip("/"), "id": DOI}
    contract = CONTRACT._replace(package=package)
    with closing(sqlite3.connect(path)) as db, db:
        for name in ("homepage", "id"):
            db.execute("UPDATE contract_package SET value = ? WHERE key = ?", [package[name], name])
        yield ReleaseContext(ROOT, VILLAGE, PACKAGE, tmp_path, tmp_path, contract, db, datetime(1998, 3, 4))


def test_every_record_has_an_address_where_the_dataset_has_one(published: ReleaseContext) -> None:
    """Catch an address that the static edition does not have."""
    write_annotations(published, published.folder / "annotations.jsonld")
    book = AddressBook(published.database, "talks", [])
    for item in json.loads((published.folder / "annotations.jsonld").read_bytes())["items"]:
        quote = book.locate(f"/talks/quotes/{item['id'].partition('#')[2]}")
        assert quote
        assert item["id"] == f"{HOME}{quote.file}#{quote.fragment}"
        for body in item["body"]:
            page, _, part = body["id"].partition("#")
            record = book.locate(f"/-/record/{part or page.rpartition('/')[2].removesuffix('.html')}")
            assert record
            assert page == HOME + record.file
    assert cite(published.database, "share-the-well").url == f"{HOME}record/share-the-well.html"


def test_the_dataset_has_its_doi_and_its_address(published: ReleaseContext) -> None:
    assert cite(published.database, None).url == f"https://doi.org/{DOI}"
    assert describe_dataset(published)["url"] == HOME
    write_datacite(published, published.folder / "datacite.xml")
    assert f">{DOI}</" in (published.folder / "datacite.xml").read_text(encoding="utf-8")
    cff = yaml.safe_load(format_citation_file(published.contract.package))
    assert (cff["doi"], cff["url"]) == (DOI, HOME.rstrip("/"))


def test_what_has_no_address_gets_none(village_release: Path) -> None:
    """Catch an address that was made up."""
    about = json.loads((village_release / "schema-org.jsonld").read_bytes())
    assert not {"url", "@id"} & about.keys()
    items = json.loads((village_release / "annotations.jsonld").read_bytes())["items"]
    assert {item["id"].partition("/")[0] for item in items} == {"quotes"}
    with zipfile.ZipFile(village_release / "istanbul-talks-csv.zip") as archive:
        assert not {"id", "homepage"} & json.loads(archive.read("datapackage.json")).keys()


def test_the_files_for_forge_and_archive_are_those_of_the_contract() -> None:
    """Catch a CITATION.cff that was left at an older version, or gives what is not there yet."""
    assert refresh_metadata(PACKAGE, check=True) == 0
    cff = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert not {"doi", "url", "date-released"} & cff.keys()
    deposit = json.loads((ROOT / ".zenodo.json").read_text(encoding="utf-8"))
    assert deposit["creators"] == cff["authors"]


def test_croissant_declares_every_column(real_release: Path) -> None:
    """Catch a column that Croissant does not learn of, or a table without its key."""
    croissant = json.loads((real_release / "croissant.json").read_text(encoding="utf-8"))
    ids = {field["@id"] for records in croissant["recordSet"] for field in records["field"]}
    assert ids == {f"{table.name}/{column}" for table in TABLES for column in table.fields}
    assert all({key["@id"] for key in records["key"]} <= ids for records in croissant["recordSet"])


def test_croissant_repeats_the_data_card(real_release: Path) -> None:
    """Catch a property of the extension for responsible AI that says other than docs/quality.md."""
    croissant = json.loads((real_release / "croissant.json").read_text(encoding="utf-8"))
    card = read_data_card(ROOT)
    assert {croissant[f"rai:{name}"] for name in RESPONSIBLE_AI} == set(card.values())
    assert "language models" in card["Coders"]
    assert not [text for text in card.values() if not text.endswith(".") or "](" in text]


def test_downloads_are_named_with_their_checksums(real_release: Path) -> None:
    """Catch metadata that were written before the file they describe."""
    sums = (real_release / "SHA256SUMS").read_text(encoding="utf-8")
    for name in ("schema-org.jsonld", "croissant.json"):
        about = json.loads((real_release / name).read_text(encoding="utf-8"))
        files = [file for file in about["distribution"] if "sha256" in file]
        assert files
        assert all(f"{file['sha256']}  {file['contentUrl']}\n" in sums for file in files)


def test_datacite_has_what_the_kernel_demands(real_release: Path) -> None:
    """Catch a record that no repository would register."""
    root = ET.parse(real_release / "datacite.xml").getroot()
    for name in ("identifier", "creators", "titles", "publisher", "publicationYear", "resourceType"):
        found = root.find(f"{{http://datacite.org/schema/kernel-4}}{name}")
        assert found is not None, name
        assert "".join(found.itertext()).strip(), name


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_parquet_holds_the_rows_of_the_database(
    real_release: Path, released: sqlite3.Connection, table: Table
) -> None:
    """Catch a cell that changes on its way, and a column without its description."""
    read = pq.read_table(real_release / "parquet" / f"{table.name}.parquet")
    assert read.schema.names == [*table.fields, *ORIGIN_COLUMNS]
    assert all(column.metadata[b"description"] for column in read.schema)
    rows = [
        tuple(
            str(cell) if column.type == "date" and cell else cell
            for column, cell in zip(table.fields.values(), row.values(), strict=True)
        )
        for row in read.select(list(table.fields)).to_pylist()
    ]
    assert rows == released.execute(f'SELECT * FROM "{table.name}"').fetchall()


def test_parquet_and_csv_have_the_same_files(real_release: Path) -> None:
    """Catch a table that is in one and not in the other."""
    assert {path.stem for path in (real_release / "parquet").iterdir()} == {table.name for table in TABLES}
    with (ROOT / "data" / "quotes.csv").open(encoding="utf-8", newline="") as file:
        count = sum(1 for _ in csv.DictReader(file))
    assert pq.read_metadata(real_release / "parquet" / "quotes.parquet").num_rows == count
