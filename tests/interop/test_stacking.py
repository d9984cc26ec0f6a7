"""Parquet that stacks: three datasets as one, and the same answers from SQLite, DuckDB and Spark."""

import json
import sqlite3
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pyarrow.dataset as ds
import pytest

from artifacts import make_release
from artifacts.parquet_stack import stack_releases
from benchmarks.sql_engines import open_duckdb, open_sqlite
from fixtures.built_dataset import PACKAGE, ROOT
from interop.isolated import SPARK
from istanbul_talks.database import named_queries
from pipeline import BuildError
from pipeline.contract import read_contract
from pipeline.sql_files import SQL_FOLDER, SqlFile, read_sql_folder

DECLARED = json.loads(PACKAGE.read_text(encoding="utf-8"))
TWIN = "twin"  # every id of which is also one of the real dataset
VILLAGE = "village"
QUERIES = read_sql_folder("portable")
TABLES = [table.name for table in read_contract(PACKAGE).tables.values() if table.path]
Rows = Counter[tuple[Any, ...]]
"""The rows of an answer in whatever order; one that comes twice counts twice."""

each_query = pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.name)


@pytest.fixture(scope="module")
def releases(
    real_release: Path, real_seeds: Path, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Path]:
    """Releases by the name of their dataset: the real one, it under another name, and the made-up one."""
    seeds = {TWIN: real_seeds, VILLAGE: ROOT / "tests" / "fixtures" / "village"}
    folders = {name: tmp_path_factory.mktemp(name) for name in seeds}
    for name, folder in folders.items():
        (folder / "datapackage.json").write_text(json.dumps({**DECLARED, "name": name}), encoding="utf-8")
        make_release(ROOT, seeds[name], folder / "datapackage.json", folder / "release")
    return {DECLARED["name"]: real_release, **{name: folder / "release" for name, folder in folders.items()}}


@pytest.fixture(scope="module")
def stacked(releases: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All, stacked."""
    folder = tmp_path_factory.mktemp("stack") / "stack"
    assert stack_releases(list(releases.values()), folder) == list(releases)
    return folder


@pytest.fixture(scope="module")
def databases(releases: dict[str, Path]) -> Iterator[list[sqlite3.Connection]]:
    """A connection to each released database, whose tables have a column `dataset`."""
    with ExitStack() as opened:
        files = [(folder / f"{name}.db", name) for name, folder in releases.items()]
        yield [opened.enter_context(open_sqlite(*file)) for file in files]


@pytest.fixture(scope="module")
def spark(stacked: Path) -> Any:
    """What Spark finds in the stack: the rows of each table, and the answers to the queries."""
    if SPARK.missing:
        pytest.skip("java is not installed")
    return SPARK.run("spark.py", stacked, SQL_FOLDER / "portable")


def counted(rows: Iterable[Sequence[Any]]) -> Rows:
    return Counter(tuple(row) for row in rows)


def expected(databases: list[sqlite3.Connection], query: str) -> Rows:
    """Return what SQLite answers, asked of each database by itself."""
    return counted(row for database in databases for row in database.execute(query))


def test_there_are_ten_queries() -> None:
    assert len(QUERIES) == 10


@each_query
def test_a_portable_query_answers_the_question_of_its_name(
    databases: list[sqlite3.Connection], released: sqlite3.Connection, query: SqlFile
) -> None:
    """Catch a query that has drifted from what `talks` and the site answer, or that finds nothing."""
    rows = counted(row[1:] for row in databases[0].execute(query.sql))
    assert rows == counted(released.execute(named_queries.read_sql(query.name)))
    assert rows


@pytest.mark.slow
@pytest.mark.skipif(not find_spec("duckdb"), reason="the extra `interop` is not installed")
@each_query
def test_duckdb_answers_as_sqlite(databases: list[sqlite3.Connection], stacked: Path, query: SqlFile) -> None:
    """Catch a row that is lost in the stack, or two datasets that mix in a join."""
    with open_duckdb(stacked) as connection:
        assert counted(connection.execute(query.sql).fetchall()) == expected(databases, query.sql)


@pytest.mark.slow
@each_query
def test_spark_answers_as_sqlite(databases: list[sqlite3.Connection], spark: Any, query: SqlFile) -> None:
    """Catch what Spark understands in another way."""
    assert counted(spark["answers"][query.name]) == expected(databases, query.sql)


@pytest.mark.slow
@pytest.mark.skipif(not find_spec("polars"), reason="the extra `interop` is not installed")
def test_every_reader_finds_every_row_with_its_dataset(
    databases: list[sqlite3.Connection], stacked: Path, spark: Any
) -> None:
    """Catch a table that a reader of Hive partitions does not take for one."""
    import polars  # noqa: PLC0415

    for table in TABLES:
        rows = expected(databases, f"SELECT dataset, count(*) FROM {table} GROUP BY dataset")
        frame = polars.scan_parquet(stacked / table, hive_partitioning=True)
        assert counted(frame.group_by("dataset").len().collect().rows()) == rows
        read = ds.dataset(stacked / table, partitioning="hive").to_table()
        assert counted(Counter(read["dataset"].to_pylist()).items()) == rows
        assert spark["rows"][table] == sum(count for _, count in rows)


def test_a_dataset_takes_the_place_of_its_former_version(releases: dict[str, Path], tmp_path: Path) -> None:
    """Catch rows that stand in the stack twice, and tables of a dataset that no longer has them."""
    stack_releases(list(releases.values()), tmp_path / "stack")
    former = {path: path.read_bytes() for path in (tmp_path / "stack").rglob("*.parquet")}
    gone = tmp_path / "stack" / "gone" / f"dataset={VILLAGE}"
    gone.mkdir(parents=True)
    stack_releases([releases[VILLAGE]], tmp_path / "stack")
    assert former == {path: path.read_bytes() for path in (tmp_path / "stack").rglob("*.parquet")}
    assert not gone.exists()


def test_what_cannot_be_stacked_is_told(releases: dict[str, Path], tmp_path: Path) -> None:
    """Catch a stack of half the releases, and a message that does not name what is wrong."""
    (tmp_path / "broken" / "parquet").mkdir(parents=True)
    (tmp_path / "broken" / "parquet" / "quotes.parquet").write_text("not Parquet", encoding="utf-8")
    village = releases[VILLAGE]
    with pytest.raises(BuildError) as raised:
        stack_releases([tmp_path, tmp_path / "broken", village, village], tmp_path / "stack")
    assert raised.value.messages == [
        f"{tmp_path}: this is no release with Parquet files",
        f"{tmp_path / 'broken'}: this is no release with Parquet files",
        f"two releases are of {VILLAGE}: a stack holds each dataset once",
    ]
    assert not (tmp_path / "stack").exists()


def test_the_command_names_what_it_stacked(releases: dict[str, Path], tmp_path: Path) -> None:
    command = [sys.executable, str(ROOT / "scripts" / "stack.py"), "--out", str(tmp_path / "stack")]
    run = subprocess.run([*command, *releases.values()], capture_output=True, text=True, check=True)
    assert run.stdout.splitlines() == list(releases)
    failed = subprocess.run([*command, tmp_path], capture_output=True, text=True, check=False)
    assert (failed.returncode, failed.stderr.count("\n")) == (1, 2)
