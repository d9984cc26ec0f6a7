"""The database: what the contract declares, SQLite enforces; what readers need is in it."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database

from fixtures.built_dataset import PACKAGE
from fixtures.reader_databases import word_dates_anew
from pipeline import BuildError
from pipeline.contract import Contract, locate, read_contract
from pipeline.database_builder import open_builder
from pipeline.progress import Progress
from pipeline.row_store import Rows
from pipeline.search_index import add_search_indexes


@pytest.fixture
def writable(own_village_db: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(own_village_db)) as connection:
        connection.execute("PRAGMA foreign_keys = ON")
        yield connection


@pytest.fixture
def contract() -> Contract:
    return read_contract(PACKAGE)


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE demands SET kind = 'wish'",
        "UPDATE demands SET content = NULL",
        "UPDATE sources SET length = 0",
        "UPDATE sources SET length = 'long'",
        "UPDATE demands SET demander_id = 'nobody'",
        "UPDATE quotes SET end_char = start_char",
        "UPDATE events SET earliest = '1998-02-30'",
        "UPDATE statements SET stance = 'denies' WHERE demand_id IS NOT NULL",
        "UPDATE statements SET claim_id = 'lane-belongs-to-lowerton'",
        "UPDATE relations SET from_claim_id = NULL",
        "INSERT INTO topics SELECT * FROM topics",
        "DELETE FROM quotes",
    ],
)
def test_sqlite_refuses_what_the_contract_forbids(writable: sqlite3.Connection, change: str) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        writable.execute(change)


def test_rows_that_the_contract_forbids_stop_the_build(contract: Contract, tmp_path: Path) -> None:
    rows: Rows = {table: [(None,) * len(contract.tables[table].fields)] for table in ("topics", "claims")}
    with open_builder(tmp_path / "making.db", contract) as made:
        made.insert(rows)
        with pytest.raises(BuildError) as raised:
            made.finish(Progress())
    assert [message.removeprefix(f"{contract.path}:") for message in raised.value.messages] == [
        f"{line}: the contract forbids a row of {table}: NOT NULL constraint failed: {table}.id"
        for table in ("topics", "claims")
        for line in [locate(contract.path, [table, "id"]).rpartition(":")[2]]
    ]


def test_every_table_is_strict(writable: sqlite3.Connection, contract: Contract) -> None:
    strict = {
        name
        for name, kind, is_strict in writable.execute("SELECT name, type, strict FROM pragma_table_list")
        if kind == "table" and is_strict
    }
    assert set(contract.tables) <= strict


def test_every_foreign_key_is_indexed(writable: sqlite3.Connection, contract: Contract) -> None:
    for table in contract.tables:
        led = {
            writable.execute(f"PRAGMA index_info('{index}')").fetchone()[2]
            for _, index, *_ in writable.execute(f"PRAGMA index_list('{table}')")
        }
        keys = {row[3] for row in writable.execute(f"PRAGMA foreign_key_list('{table}')")}
        assert keys <= led, table


def test_the_views_are_those_of_the_contract(writable: sqlite3.Connection, contract: Contract) -> None:
    views = writable.execute("SELECT name FROM sqlite_schema WHERE type = 'view'")
    assert {name for (name,) in views} == {view.name for view in contract.views}


def test_every_view_runs(writable: sqlite3.Connection) -> None:
    for (name,) in writable.execute("SELECT name FROM sqlite_schema WHERE type = 'view'").fetchall():
        writable.execute(f'SELECT * FROM "{name}"').fetchall()


def test_search_indexes_fit_their_tables_after_the_file_is_written(writable: sqlite3.Connection) -> None:
    """Rowids must survive VACUUM INTO, or search would return other rows than it found."""
    virtual = "SELECT name FROM sqlite_schema WHERE sql LIKE 'CREATE VIRTUAL TABLE%'"
    indexes = writable.execute(virtual).fetchall()
    assert len(indexes) > 1
    for (index,) in indexes:
        writable.execute(f'INSERT INTO "{index}" ("{index}", rank) VALUES (\'integrity-check\', 1)')


def test_search_finds_names_quotes_and_diacritics(writable: sqlite3.Connection) -> None:
    def found(words: str) -> set[tuple[str, str]]:
        hits = "SELECT rowid FROM records_fts WHERE records_fts MATCH ?"
        query = f"SELECT table_name, row_id FROM record_texts WHERE id IN ({hits})"
        return set(writable.execute(query, [words]))

    assert ("demands", "share-the-well") in found("well")
    assert ("people", "ada-quill") in found("schoolteacher")
    assert ("discrepancies", "number-of-carts") in found("twelve")
    assert ("discrepancies", "number-of-carts") in found("parking")
    assert ("demands", "remove-carts") in found("miller")
    assert found("quíll") == found("quill") != set()


def test_the_contract_is_in_the_database(writable: sqlite3.Connection, contract: Contract) -> None:
    package = dict(writable.execute("SELECT key, value FROM contract_package"))
    assert package["version"] == contract.package["version"]
    assert json.loads(package["licenses"]) == contract.package["licenses"]
    tables = [name for (name,) in writable.execute("SELECT name FROM contract_tables ORDER BY position")]
    assert tables == [*contract.tables, *(view.name for view in contract.views)]
    fields = writable.execute(
        "SELECT name FROM contract_fields WHERE table_name = 'quotes' ORDER BY position"
    )
    assert [name for (name,) in fields] == list(contract.tables["quotes"].fields)
    meanings = "SELECT value, meaning FROM contract_values WHERE table_name = ? AND field_name = ?"
    assert (
        dict(writable.execute(meanings, ["statements", "stance"]))
        == contract.tables["statements"].fields["stance"].meanings
    )


def test_a_table_without_search_fields_gets_no_index(contract: Contract) -> None:
    with Database(memory=True) as database:
        database.execute("CREATE TABLE record_texts (id INTEGER PRIMARY KEY, heading TEXT, content TEXT)")
        database.execute("CREATE TABLE texts (source_id TEXT, text TEXT)")
        database.create_view("sentence_texts", "SELECT rowid AS id, text AS exact, '' AS onwards FROM texts")
        searched = {name: table for name, table in contract.tables.items() if not table.search_fields}
        add_search_indexes(database, Contract(contract.package, searched, ()))
        assert database.table_names(fts5=True) == ["records_fts", "sentences_fts"]


@pytest.mark.parametrize(
    ("edtf", "happens", "lasts"),
    [
        ("1998-05-03", "3 May 1998", "3 May 1998"),
        ("1998", "in 1998", "during 1998"),
        ("1998-05-03~", "about 3 May 1998", "about 3 May 1998"),
        ("1998-05?", "in perhaps May 1998", "during perhaps May 1998"),
        ("1998-22", "in summer 1998", "during summer 1998"),
        ("/1998-07-31", "by 31 July 1998", "by 31 July 1998"),
        ("1998-08-03/", "not before 3 August 1998", "from 3 August 1998"),
        ("1998-08-01/1998-08-02", "between 1 and 2 August 1998", "from 1 to 2 August 1998"),
        ("1998-12/1999-01", "between December 1998 and January 1999", "from December 1998 to January 1999"),
        ("1998/1999-01", "between 1998 and January 1999", "from 1998 to January 1999"),
        ("199X/201X", "between the 1990s and the 2010s", "from the 1990s to the 2010s"),
        ("1998-09/..", "since September 1998", "since September 1998"),
        ("{1998-10,1998-12}", "in October and December 1998", "during October and December 1998"),
    ],
)
def test_a_date_in_words_says_whether_the_event_lasts_or_happens(
    writable: sqlite3.Connection, edtf: str, happens: str, lasts: str
) -> None:
    for duration, words in (("happens", happens), ("lasts", lasts)):
        writable.execute("UPDATE events SET edtf = ?, duration = ?", [edtf, duration])
        word_dates_anew(writable)
        dates = writable.execute(
            "SELECT date FROM dates_in_words WHERE event_date_id IS NULL AND event_id NOT NULL"
        )
        assert set(dates) == {(words,)}
