"""Parquet that stacks: three datasets as one, and the same answers from SQLite, DuckDB and Spark."""

import json
import shutil
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.dataset as ds
import pyarrow.parquet as pq
import pytest

from artifacts.parquet_stack import stack_releases
from benchmarks.sql_engines import open_duckdb, open_sqlite
from fixtures.built_dataset import PACKAGE, ROOT
from fixtures.script_runner import run_script
from interop.isolated import SPARK
from istanbul_talks.database import named_queries
from pipeline import BuildError
from pipeline.contract import read_contract

REAL = json.loads(PACKAGE.read_text(encoding="utf-8"))["name"]
TWIN = "twin"  # every id of which is also one of the real dataset
VILLAGE = "village"
QUERIES = ROOT / "scripts" / "sql" / "stacked"
TABLES = [table.name for table in read_contract(PACKAGE).tables.values() if table.path]
Rows = Counter[tuple[Any, ...]]
"""The rows of an answer in whatever order; one that comes twice counts twice."""

each_query = pytest.mark.parametrize("query", sorted(QUERIES.glob("*.sql")), ids=lambda query: query.stem)


@pytest.fixture(scope="module")
def releases(
    real_release: Path, village_release: Path, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Path]:
    """Releases by the name of their dataset: the real one, it under another name, and the made-up one."""
    copies = {TWIN: real_release, VILLAGE: village_release}
    renamed = {name: tmp_path_factory.mktemp(name) for name in copies}
    for name, folder in renamed.items():
        rename_dataset(copies[name], name, folder)
    return {REAL: real_release, **renamed}


def rename_dataset(release: Path, name: str, target: Path) -> None:
    """Write the Parquet files of a release as those of a dataset of another name."""
    (target / "parquet").mkdir()
    for path in (release / "parquet").iterdir():
        table = pq.read_table(path)
        column = table.schema.get_field_index("dataset")
        names = pa.repeat(pa.scalar(name, pa.string()), len(table))
        named = table.set_column(column, table.schema.field(column), names)
        about = {**table.schema.metadata, b"dataset": name.encode()}
        pq.write_table(named.replace_schema_metadata(about), target / "parquet" / path.name)


@pytest.fixture(scope="module")
def stacked(releases: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All, stacked."""
    folder = tmp_path_factory.mktemp("stack") / "stack"
    assert stack_releases(list(releases.values()), folder) == list(releases)
    return folder


@pytest.fixture(scope="module")
def databases(real_release: Path, village_release: Path) -> Iterator[list[sqlite3.Connection]]:
    """A connection to the database of each release, whose tables have a column `dataset`."""
    real, village = (folder / f"{REAL}.db" for folder in (real_release, village_release))
    with ExitStack() as opened:
        files = [(real, REAL), (real, TWIN), (village, VILLAGE)]
        yield [opened.enter_context(open_sqlite(*file)) for file in files]


@pytest.fixture(scope="module")
def spark(stacked: Path) -> Any:
    """What Spark finds in the stack: the rows of each table, and the answers to the queries."""
    if SPARK.missing:
        pytest.skip("java is not installed")
    return SPARK.run("spark.py", stacked, QUERIES)


def counted(rows: Iterable[Sequence[Any]]) -> Rows:
    return Counter(tuple(row) for row in rows)


def expected(databases: list[sqlite3.Connection], query: str) -> Rows:
    """Return what SQLite answers, asked of each database by itself."""
    return counted(row for database in databases for row in database.execute(query))


@each_query
def test_every_dataset_has_an_answer(databases: list[sqlite3.Connection], query: Path) -> None:
    """Catch a query that compares nothing with nothing."""
    assert all(database.execute(query.read_text(encoding="utf-8")).fetchall() for database in databases)


@each_query
def test_the_question_finds_what_talks_lists(
    databases: list[sqlite3.Connection], released: sqlite3.Connection, query: Path
) -> None:
    """Catch a question of many datasets that asks something else than that of one, of the same name."""
    cursor = databases[0].execute(query.read_text(encoding="utf-8"))
    place = [column for column, *_ in cursor.description].index("id")
    listed = named_queries.run_query(released, query.stem)
    assert {row[place] for row in cursor} == {row[0] for row in listed.rows}


@pytest.mark.slow
@pytest.mark.skipif(not find_spec("duckdb"), reason="the extra `interop` is not installed")
@each_query
def test_duckdb_answers_as_sqlite(databases: list[sqlite3.Connection], stacked: Path, query: Path) -> None:
    """Catch a row that is lost in the stack, or two datasets that mix in a join."""
    with open_duckdb(stacked) as connection:
        sql = query.read_text(encoding="utf-8")
        assert counted(connection.execute(sql).fetchall()) == expected(databases, sql)


@pytest.mark.slow
@each_query
def test_spark_answers_as_sqlite(databases: list[sqlite3.Connection], spark: Any, query: Path) -> None:
    """Catch what Spark understands in another way."""
    assert counted(spark["answers"][query.stem]) == expected(databases, query.read_text(encoding="utf-8"))


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
    shutil.copytree(releases[VILLAGE], tmp_path / "before")
    shutil.copyfile(tmp_path / "before/parquet/topics.parquet", tmp_path / "before/parquet/gone.parquet")
    stack_releases([tmp_path / "before"], tmp_path / "stack")
    assert (tmp_path / "stack" / "gone").exists()
    for _ in range(2):
        stack_releases([releases[VILLAGE]], tmp_path / "stack")
        assert former == {path: path.read_bytes() for path in (tmp_path / "stack").rglob("*.parquet")}
    assert not (tmp_path / "stack" / "gone").exists()


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
    run = run_script("stack.py", "--out", tmp_path / "stack", *releases.values())
    assert (run.returncode, run.stdout.splitlines()) == (0, list(releases))
    failed = run_script("stack.py", "--out", tmp_path / "stack", tmp_path)
    assert (failed.returncode, failed.stderr.count("\n")) == (1, 2)
