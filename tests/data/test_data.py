"""Tests of the data: the committed CSVs, the articles as received, and the database made from them.

Each docstring says what the test catches. What a named check catches is said in scripts/sql/checks/.
"""

import hashlib
import json
import sqlite3
from graphlib import TopologicalSorter
from itertools import pairwise
from pathlib import Path

import frictionless
import pytest
import yaml

from fixtures.built_dataset import PACKAGE, ROOT, Dataset
from pipeline.contract import read_contract
from pipeline.csv_files import find_differing_csvs
from pipeline.json_layout import format_contract
from pipeline.sql_files import SqlFile, read_sql_folder

CONTRACT = read_contract(PACKAGE)
CHECKS = read_sql_folder("checks")
REGISTERS = sorted((ROOT / "seeds" / "registers").glob("*.yaml"))


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.name)
def test_no_check_finds_a_row(connection: sqlite3.Connection, check: SqlFile) -> None:
    """Catch whatever the named check catches."""
    assert connection.execute(check.sql).fetchall() == []


def test_data_is_what_the_seeds_give(dataset: Dataset) -> None:
    """Catch a CSV that was edited by hand, or not rebuilt after the coding changed."""
    assert find_differing_csvs(dataset.data, ROOT / "data") == []


@pytest.mark.slow  # of the made-up seeds it is always tried
def test_a_second_build_elsewhere_gives_the_same_bytes(
    dataset: Dataset, real_seeds: Path, tmp_path: Path
) -> None:
    """Catch an output that depends on the folder, the time or the order of files."""
    (tmp_path / "seeds").symlink_to(real_seeds)
    again = Dataset(tmp_path)
    again.build()
    assert again.outputs() == dataset.outputs()


def test_frictionless_finds_the_package_valid() -> None:
    """Catch a CSV that breaks a type, a key, an enumeration or a reference of the contract."""
    report = frictionless.validate(str(PACKAGE))
    assert report.valid, report.flatten(["name", "rowNumber", "fieldName", "note"])


def test_frictionless_for_r_accepts_every_resource() -> None:
    """Catch a resource that R's frictionless refuses: without the profile, or of an unknown type."""
    for resource in json.loads(PACKAGE.read_text(encoding="utf-8"))["resources"]:
        assert resource["profile"] == "tabular-data-resource", resource["name"]
        types = {field["type"] for field in resource["schema"]["fields"]}
        assert types <= {"string", "number", "integer", "date"}, resource["name"]


def test_the_contract_names_every_article(connection: sqlite3.Connection) -> None:
    """Catch an article that is not under `sources` at the head of datapackage.json by its label."""
    labels = {label for (label,) in connection.execute("SELECT label FROM sources")}
    assert {source["title"] for source in CONTRACT.package["sources"]} == labels


def test_articles_are_the_bytes_received(connection: sqlite3.Connection, real_seeds: Path) -> None:
    """Catch an article that was changed, if only in a line ending."""
    recorded = connection.execute("SELECT id, sha256, length FROM sources").fetchall()
    assert recorded
    for source, digest, length in recorded:
        content = (real_seeds / "articles" / f"{source}.txt").read_bytes()
        assert hashlib.sha256(content).hexdigest() == digest
        assert len(content.decode("utf-8")) == length


def test_texts_stay_out_of_data(connection: sqlite3.Connection) -> None:
    """Catch running text of an article in a committed CSV: nothing longer than the longest quote."""
    texts = [text for (text,) in connection.execute("SELECT text FROM texts")]
    published = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "data").glob("*.csv"))
    for text in texts:
        passages = [text[start : start + 600] for start in range(0, len(text) - 600, 100)]
        assert not [passage for passage in passages if passage in published]


@pytest.mark.parametrize("register", REGISTERS, ids=lambda path: path.stem)
def test_the_entries_of_a_register_have_one_form(register: Path) -> None:
    """Catch an entry in braces among others in lines, or with its keys in another order."""
    text = register.read_text(encoding="utf-8")
    starts = {line[:3] == "- {" for line in text.splitlines() if line.startswith("- ")}
    assert len(starts) == 1
    orders: TopologicalSorter[str] = TopologicalSorter()
    for keys in map(list, yaml.safe_load(text)):
        for before, after in pairwise(keys):
            orders.add(after, before)
    assert list(orders.static_order())  # raises CycleError where two entries contradict each other


def test_the_contract_has_its_one_layout() -> None:
    """Catch a contract whose lines differ from the next one's for no other reason than who wrote them."""
    layout = format_contract(PACKAGE)
    assert PACKAGE.read_text(encoding="utf-8") == layout, "`python scripts/docs.py` restores it"


def test_every_column_is_described() -> None:
    """Catch a column or a value without a description, and an empty cell that means nothing."""
    for table in CONTRACT.tables.values():
        for column in table.fields.values():
            assert column.description, (table.name, column.name)
            assert set(column.meanings) == set(column.enum), (table.name, column.name)
            assert column.required or column.empty, (table.name, column.name)


def test_every_value_of_an_enumeration_that_a_default_names_exists() -> None:
    """Catch a default or a combination of values that the enumeration does not know."""
    for table in CONTRACT.tables.values():
        for column in table.fields.values():
            named = {value for values in column.values_with.values() for value in values}
            named |= {column.default} if column.default else set()
            assert named <= set(column.enum), (table.name, column.name)
