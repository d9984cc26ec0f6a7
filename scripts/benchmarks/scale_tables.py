"""How far one SQLite file goes, and what DuckDB does with Parquet, on copies of the dataset: docs/scale.md.

At each size the articles are repeated until there are enough quotes (replicate_database.py). Needs duckdb.
"""

import tempfile
from collections.abc import Iterable, Mapping
from contextlib import closing
from pathlib import Path

from artifacts.parquet_files import write_parquet_tables
from benchmarks.engine_comparison import (
    Corpus,
    Measurement,
    Question,
    compare_engines,
    list_questions,
)
from benchmarks.replicate_database import index_copied_tables, replicate_database
from command_line.shared_options import ROOT
from generated_docs.markdown_table import format_table
from pipeline import build
from pipeline.contract import read_contract
from pipeline.readonly_database import open_readonly

CONTRACT = ROOT / "datapackage.json"
SIZES = [10_000, 100_000, 1_000_000]


def measure_scale(sizes: Iterable[int], rounds: int) -> dict[str, str]:
    """Return the tables of docs/scale.md by name; ValueError where the engines answer differently."""
    with tempfile.TemporaryDirectory() as folder:
        return _tabulate(Path(folder), sorted(sizes), rounds)


def _tabulate(folder: Path, sizes: Iterable[int], rounds: int) -> dict[str, str]:
    """Return the tables of the page by the names of its parts."""
    articles = folder / "articles.db"
    build(ROOT / "seeds", CONTRACT, articles, with_text=False)
    corpora = {f"{size:,}": _replicate(articles, size) for size in sizes}
    return {
        "sizes": _tabulate_sizes({"the articles": _write_corpus(articles), **corpora}),
        "questions": _tabulate_questions(corpora, list_questions(articles), rounds),
    }


def _replicate(articles: Path, size: int) -> Corpus:
    database = articles.with_name(f"{size}.db")
    replicate_database(articles, database, size)
    index_copied_tables(database)
    return _write_corpus(database)


def _write_corpus(database: Path) -> Corpus:
    """Write a database as Parquet too, beside it."""
    contract, parquet = read_contract(CONTRACT), database.with_suffix("")
    with closing(open_readonly(database)) as connection:
        write_parquet_tables(contract, connection, parquet)
    return Corpus(str(contract.package["name"]), database, parquet)


def _tabulate_sizes(corpora: Mapping[str, Corpus]) -> str:
    rows = []
    for quotes, corpus in corpora.items():
        database = corpus.database.stat().st_size
        parquet = sum(path.stat().st_size for path in corpus.parquet.iterdir())
        megabytes = (f"{size / 1e6:,.1f}" for size in (database, parquet))
        rows.append((quotes, *megabytes, f"{database / parquet:.0f}"))
    return format_table(("quotes", "SQLite, MB", "Parquet, MB", "ratio"), rows, right=4)


def _tabulate_questions(corpora: Mapping[str, Corpus], asked: Iterable[Question], rounds: int) -> str:
    rows = []
    for question in asked:
        for quotes, corpus in corpora.items():
            both = compare_engines(corpus, question, rounds)
            memory = (f"{engine.megabytes:.0f}" for engine in both)
            rows.append((question.what, quotes, f"{both[0].rows:,}", *_format_times(*both), *memory))
    head = ("question", "quotes", "rows", "SQLite, ms", "DuckDB, ms", "ratio", "SQLite, MB", "DuckDB, MB")
    return format_table(head, rows, right=7)


def _format_times(sqlite: Measurement, duckdb: Measurement) -> tuple[str, str, str]:
    """Return the times of both engines, and the first through the second: above 1 DuckDB is faster."""
    ratio = sqlite.seconds / duckdb.seconds
    return _format_milliseconds(sqlite.seconds), _format_milliseconds(duckdb.seconds), f"{ratio:.2g}"


def _format_milliseconds(seconds: float) -> str:
    return f"{seconds * 1000:,.2f}"
