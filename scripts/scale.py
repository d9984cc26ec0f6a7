"""Measure how far one SQLite file goes, and what DuckDB and Spark do with Parquet, on copies of the dataset.

At each size the articles are repeated until there are enough quotes (benchmarks/replicate.py); at the largest
the queries of sql/portable/ are asked of SQLite, DuckDB and Spark. With --page the tables are written into
docs/scale.md. Needs the extra `clients` and java; Spark is installed in an environment of its own.

Exit status: 0 measured, 1 an engine failed, 2 misuse.
"""

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping
from contextlib import closing
from pathlib import Path

from artifacts.parquet_files import write_parquet_tables
from benchmarks.replicate import index_tables, multiply
from benchmarks.scaling import Corpus, Measure, Question, measure, portable_questions, questions
from consumers.isolated import SPARK
from generated_docs.markdown_pages import fill, table
from pipeline import build
from pipeline.command_options import ROOT, Options, positive, present
from pipeline.contract import read_contract
from pipeline.open_readonly import open_readonly
from pipeline.sql_files import SQL_FOLDER

CONTRACT = ROOT / "datapackage.json"
SIZES = [10_000, 100_000, 1_000_000]


def main() -> int:
    """Measure, then print the tables or fill the page."""
    options = _parse()
    with tempfile.TemporaryDirectory() as folder:
        try:
            parts = _parts(Path(folder), sorted(options.sizes), options.rounds)
        except (subprocess.CalledProcessError, ValueError) as error:
            print(error, file=sys.stderr)
            return 1
    if options.page:
        return fill(options.page, parts, check=False)
    print("\n\n".join(parts.values()))
    return 0


def _parts(folder: Path, sizes: Iterable[int], rounds: int) -> dict[str, str]:
    """Return the tables of the page by the names of its parts."""
    articles = folder / "articles.db"
    build(ROOT / "seeds", CONTRACT, articles, with_text=False)
    corpora = {f"{size:,}": _repeated(articles, size) for size in sizes}
    return {
        "sizes": _sizes({"the articles": _corpus(articles), **corpora}),
        "questions": _questions(corpora, questions(articles), rounds),
        "portable": _portable(list(corpora.values())[-1], rounds),
    }


def _repeated(articles: Path, size: int) -> Corpus:
    database = articles.with_name(f"{size}.db")
    multiply(articles, database, size)
    index_tables(database)
    return _corpus(database)


def _corpus(database: Path) -> Corpus:
    """Write a database as Parquet too, beside it."""
    contract, parquet = read_contract(CONTRACT), database.with_suffix("")
    with closing(open_readonly(database)) as connection:
        write_parquet_tables(contract, connection, parquet)
    return Corpus(str(contract.package["name"]), database, parquet)


def _sizes(corpora: Mapping[str, Corpus]) -> str:
    rows = []
    for quotes, corpus in corpora.items():
        database = corpus.database.stat().st_size
        parquet = sum(path.stat().st_size for path in corpus.parquet.iterdir())
        megabytes = (f"{size / 1e6:,.1f}" for size in (database, parquet))
        rows.append((quotes, *megabytes, f"{database / parquet:.0f}"))
    return table(("quotes", "SQLite, MB", "Parquet, MB", "ratio"), rows, right=4)


def _questions(corpora: Mapping[str, Corpus], asked: Iterable[Question], rounds: int) -> str:
    rows = []
    for question in asked:
        for quotes, corpus in corpora.items():
            both = measure(corpus, question, rounds)
            memory = (f"{engine.megabytes:.0f}" for engine in both)
            rows.append((question.what, quotes, f"{both[0].rows:,}", *_figures(*both), *memory))
    head = ("question", "quotes", "rows", "SQLite, ms", "DuckDB, ms", "ratio", "SQLite, MB", "DuckDB, MB")
    return table(head, rows, right=7)


def _portable(corpus: Corpus, rounds: int) -> str:
    """Return what the portable queries take; Spark, whose start is told too, is asked each once."""
    spark = SPARK.find("spark.py", corpus.parquet, SQL_FOLDER / "portable")
    rows = [("start, and count of all rows", "", "", "", "", _milliseconds(spark["start"]))]
    for question in portable_questions():
        sqlite, duckdb = measure(corpus, question, rounds)
        if len(spark["answers"][question.what]) != sqlite.rows:
            raise ValueError(f"{question.what}: Spark finds other rows than SQLite")
        seconds = _milliseconds(spark["seconds"][question.what])
        rows.append((f"`{question.what}`", f"{sqlite.rows:,}", *_figures(sqlite, duckdb), seconds))
    return table(("query", "rows", "SQLite, ms", "DuckDB, ms", "ratio", "Spark, ms"), rows, right=5)


def _figures(sqlite: Measure, duckdb: Measure) -> tuple[str, str, str]:
    """Return the times of both engines, and the first through the second: above 1 DuckDB is faster."""
    ratio = sqlite.seconds / duckdb.seconds
    return _milliseconds(sqlite.seconds), _milliseconds(duckdb.seconds), f"{ratio:.2g}"


def _milliseconds(seconds: float) -> str:
    return f"{seconds * 1000:,.2f}"


def _parse() -> argparse.Namespace:
    parser = Options(__doc__)
    sizes = ", ".join(f"{size:,}" for size in SIZES)
    parser.add_argument(
        "--sizes",
        type=positive,
        nargs="+",
        default=SIZES,
        metavar="QUOTES",
        help=f"how many quotes ({sizes})",
    )
    parser.add_argument("--rounds", type=positive, default=5, help="rounds after the first (5)")
    parser.add_argument("--page", type=present, help="the page to fill, such as docs/scale.md")
    options = parser.parse_args()
    if SPARK.missing:
        parser.error(f"not installed: {', '.join(SPARK.missing)}")
    return options


if __name__ == "__main__":
    sys.exit(main())
