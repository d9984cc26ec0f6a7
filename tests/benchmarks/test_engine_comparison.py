"""`scripts/bench.py scale`: as many rows answer in both engines, and the page has a part for each table."""

import sqlite3
from contextlib import closing
from importlib.util import find_spec
from pathlib import Path

import pytest

from artifacts.parquet_files import write_parquet_tables
from benchmarks.engine_comparison import (
    Corpus,
    Question,
    compare_engines,
    list_questions,
)
from benchmarks.replicate_database import index_copied_tables, replicate_database
from fixtures.built_dataset import PACKAGE, ROOT, Dataset
from pipeline.contract import read_contract

needs_duckdb = pytest.mark.skipif(not find_spec("duckdb"), reason="the extra `interop` is not installed")


@pytest.fixture
def corpus(village: Dataset, tmp_path: Path) -> Corpus:
    """The made-up dataset several times, as a database and as Parquet."""
    village.build()
    large = Corpus("village", tmp_path / "large.db", tmp_path / "parquet")
    replicate_database(village.database, large.database, quotes=500)
    index_copied_tables(large.database)
    with closing(sqlite3.connect(large.database)) as connection:
        write_parquet_tables(read_contract(PACKAGE), connection, large.parquet)
    return large


def test_every_index_of_words_has_the_copies(village: Dataset, corpus: Corpus) -> None:
    """Catch a search that finds in a large database what it finds in the small one."""
    query = "SELECT count(*) FROM quotes_fts WHERE quotes_fts MATCH 'schoolteacher'"
    with closing(sqlite3.connect(corpus.database)) as connection:
        assert connection.execute(query).fetchall() > village.query(query) > [(0,)]


@pytest.mark.slow
@needs_duckdb
def test_both_engines_answer_with_as_many_rows(village: Dataset, corpus: Corpus) -> None:
    """Catch a question that nothing answers, and a measurement of nothing."""
    asked = list_questions(village.database)
    assert len(asked) == 5
    for question in asked:
        for engine in compare_engines(corpus, question, rounds=1):
            assert engine.rows > 0
            assert engine.seconds > 0
            assert engine.megabytes >= 0


@pytest.mark.slow
@needs_duckdb
def test_engines_that_answer_differently_are_not_compared(corpus: Corpus) -> None:
    with pytest.raises(ValueError, match="two: SQLite finds 1 rows, DuckDB 2"):
        compare_engines(corpus, Question("two", "SELECT 1", "SELECT 1 UNION ALL SELECT 1"), rounds=1)


def test_the_page_has_a_part_for_every_table() -> None:
    """Catch a docs/scale.md that `scripts/bench.py scale --page` cannot fill."""
    page = (ROOT / "docs" / "scale.md").read_text(encoding="utf-8")
    for part in ("sizes", "questions"):
        assert page.count(f'figures.get("{part}", cog.previous)) ]]] -->\n|') == 1
