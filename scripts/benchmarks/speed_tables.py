"""The speed of the build, `talks` and the site against baselines and peers, in one run: docs/performance.md.

Each round runs every command once, in turn, so that a busy machine slows all alike; figures are medians of
the wall time of whole processes, for the site of single answers.
"""

import sqlite3
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path
from statistics import median

from benchmarks import site_speed
from benchmarks.build_growth import Built, build_alone, growth_table
from benchmarks.build_profile import measure, stages_table
from benchmarks.corpus import write_corpus
from benchmarks.process_timing import Command, Times, measured, program, where_import_time_goes
from benchmarks.replicate import multiply
from command_line.shared_options import ROOT
from generated_docs.markdown_table import format_table
from pipeline.contract import read_contract
from pipeline.readonly_database import open_readonly
from pipeline.sql_files import read_sql_file

PACKAGE = ROOT / "datapackage.json"
QUESTIONS = ROOT / "src" / "istanbul_talks" / "database" / "sql"

SOURCE = (
    "SELECT source_id FROM statements WHERE demand_id IS NOT NULL GROUP BY 1 ORDER BY count(*) DESC LIMIT 1"
)
SEARCHED = {"talks search, a rare word": "communique", "talks search, a word of most records": "the"}
FILTERED = "talks demands, of one article"

RELEASES = 2  # rounds

Ratios = tuple[tuple[str, str, str], ...]
"""What is measured, against what, and what is aimed at."""

RATIOS: Ratios = (
    ("build of the articles", "frictionless validate", "at most 0.6"),
    ("build of the articles", "plain sqlite-utils script", "at most 2"),
    ("release of the articles", "build of the articles", "what an edition costs"),
    ("talks demands --json", "python with sqlite3", "at most 4.5"),
    ("talks demands, to a pipe", "python with sqlite3", "at most 4.5"),
    ("talks demands, in a terminal", "python with sqlite3", "at most 7"),
    ("talks --help", "python with sqlite3", "at most 5"),
    ("completion of an id", "python with sqlite3", "at most 5"),
    ("talks demands --json", "sqlite-utils, same SQL", "at most 0.6"),
    ("talks demands, to a pipe", "sqlite-utils, same SQL", "at most 0.6"),
    ("import typer", "python with sqlite3", "the floor of every command"),
)


def measure_speed(rounds: int, articles: int | None, large: int | None) -> dict[str, str]:
    """Return the tables of docs/performance.md by name.

    With `articles`, builds of made-up corpora of up to so many are measured too; with `large`, what looks
    things up on a database of so many quotes.
    """
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "bench.db"
        times = measured({**_build(database), **_readers(database)}, rounds)
        times |= measured(_release(database), min(rounds, RELEASES))
        tables = {"figures": _figures(times), "ratios": _ratios(times), "imports": _imports(database)}
        tables["site"] = site_speed.figures(database, rounds)
        if articles:
            tables |= _corpora(Path(folder), articles)
        if large:
            tables |= _large_tables(database, large, rounds)
    return tables


def _large_tables(database: Path, quotes: int, rounds: int) -> dict[str, str]:
    large = database.with_name("large.db")
    multiply(database, large, quotes)
    return {
        "large": _large(database, large, quotes, rounds),
        "large site": site_speed.large_figures(database, large, rounds),
    }


def _corpora(folder: Path, articles: int) -> dict[str, str]:
    """Return what builds of made-up corpora take: of a tenth of so many articles, three tenths, and all."""
    builds = [_corpus(folder / f"{share}", articles * share // 10) for share in (1, 3, 10)]
    stages = measure(builds[-1], folder / "10" / "seeds", read_contract(PACKAGE), folder / "10")
    return {"growth": growth_table(builds), "stages": stages_table(stages, builds[-1].rows)}


def _corpus(folder: Path, articles: int) -> Built:
    write_corpus(folder / "seeds", articles)
    return build_alone(folder / "seeds", PACKAGE, folder)


def _build(database: Path) -> dict[str, Command]:
    """Return the command that builds the database, which the other commands read, and its two peers."""
    scripts, data, plain = ROOT / "scripts", database.parent / "data", database.with_name("plain.db")
    build = [scripts / "build.py", "--data", data, "--out", database]
    peer = [scripts / "benchmarks/plain_build.py", data, PACKAGE, plain]
    return {
        "build of the articles": Command([sys.executable, *map(str, build)]),
        "plain sqlite-utils script": Command([sys.executable, *map(str, peer)]),
        "frictionless validate": Command([program("frictionless"), "validate", str(PACKAGE)]),
    }


def _release(database: Path) -> dict[str, Command]:
    """Return the command that makes a release; it takes so long that a few rounds say enough."""
    words = [sys.executable, str(ROOT / "scripts/release.py"), "--out", str(database.parent / "release")]
    return {"release of the articles": Command(words)}


def _readers(database: Path) -> dict[str, Command]:
    """Return the floors, the peer, and the commands that read the database."""
    talks = [program("talks"), "--db", str(database)]
    completing = {
        "_TALKS_COMPLETE": "complete_bash",
        "COMP_WORDS": "talks demands --by a",
        "COMP_CWORD": "3",
        "TALKS_DB": str(database),
    }
    return {
        "empty process": Command([sys.executable, "-c", "pass"]),
        "python with sqlite3": Command([sys.executable, "-c", "import sqlite3"]),
        "import typer": Command([sys.executable, "-c", "import typer"]),
        "sqlite-utils, same SQL": Command([program("sqlite-utils"), "query", str(database), _sql("demands")]),
        "talks demands --json": Command([*talks, "demands", "--json"]),
        "talks demands, to a pipe": Command([*talks, "demands"]),
        "talks demands, in a terminal": Command([*talks, "demands"], terminal=True),
        "talks --help": Command([*talks, "--help"]),
        "completion of an id": Command([program("talks")], environment=completing),
    }


def _sql(question: str) -> str:
    """Return a question without the comment it opens with, which sqlite-utils takes for an option."""
    return read_sql_file(QUESTIONS / f"{question}.sql").sql


def _figures(times: Times) -> str:
    rows = [(name, f"{seconds * 1000:.0f}") for name, seconds in times.items()]
    return format_table(("command", "milliseconds"), rows, right=1)


def _ratios(times: Times) -> str:
    rows = [(name, floor, f"{times[name] / times[floor]:.2f}", aim) for name, floor, aim in RATIOS]
    return format_table(("command", "against", "ratio", "aim"), rows)


def _imports(database: Path) -> str:
    command = [sys.executable, "-m", "istanbul_talks", "--db", str(database), "demands", "--json"]
    rows = [(name, f"{seconds * 1000:.1f}") for name, seconds in where_import_time_goes(command)]
    return format_table(("package", "milliseconds"), rows, right=1)


def _large(small: Path, large: Path, quotes: int, rounds: int) -> str:
    """Return what looking things up takes in a small and in a large database, and the bare SQL there."""
    times = {path: measured(_lookups(path), rounds) for path in (small, large)}
    bare = _bare_seconds(large, rounds)
    rows = [
        (name, *(f"{seconds * 1000:.0f}" for seconds in (few, many, bare[name], 1.5 * few + bare[name])))
        for (name, few), many in zip(times[small].items(), times[large].values(), strict=True)
    ]
    head = ("milliseconds", "five articles", f"{quotes:,} quotes", "bare SQL there", "at most")
    return format_table(head, rows, right=4)


def _lookups(database: Path) -> dict[str, Command]:
    """Return commands that look things up, by what they are called in the table."""
    talks = [program("talks"), "--db", str(database)]
    searches = {name: Command([*talks, "search", word, "--json"]) for name, word in SEARCHED.items()}
    return {**searches, FILTERED: Command([*talks, "demands", "--source", _source(database), "--json"])}


def _bare_seconds(database: Path, rounds: int) -> Times:
    """Return how long SQLite itself needs for the same, on a warm file."""
    values: dict[str, object] = {"table": None, "most": 2000, "shown": -1, "mark": "**"}
    narrowed = _sql("demands").replace("/* filters */", "AND statements.source_id = :source")
    with closing(sqlite3.connect(f"file:{database}?mode=ro&immutable=1", uri=True)) as connection:
        asked = {
            name: (_sql("with_parameters/search_matches"), {**values, "words": word})
            for name, word in SEARCHED.items()
        }
        asked[FILTERED] = (narrowed, {"source": _source(database)})
        return {name: _seconds(connection, *query, rounds) for name, query in asked.items()}


def _seconds(connection: sqlite3.Connection, query: str, values: dict[str, object], rounds: int) -> float:
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        connection.execute(query, values).fetchall()
        times.append(time.perf_counter() - start)
    return median(times)


def _source(database: Path) -> str:
    """Return the article with most statements on demands."""
    with closing(open_readonly(database)) as connection:
        return str(connection.execute(SOURCE).fetchone()[0])
