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
from benchmarks.build_profile import profile_build, tabulate_profile
from benchmarks.build_scaling import BuildMeasurement, measure_build, tabulate_builds
from benchmarks.process_timing import Command, Seconds, find_program, measure_imports, time_commands
from benchmarks.replicate_database import replicate_database
from benchmarks.replicate_seeds import replicate_seeds
from command_line.shared_options import ROOT
from generated_docs.markdown_table import format_table
from pipeline.contract import read_contract
from pipeline.readonly_database import open_readonly
from pipeline.sql_files import read_sql_file

PACKAGE = ROOT / "datapackage.json"
VILLAGE = ROOT / "tests" / "fixtures" / "village"
"""The made-up seeds that are replicated to measure builds."""

QUESTIONS = ROOT / "src" / "istanbul_talks" / "database" / "sql"

SOURCE = (
    "SELECT source_id FROM statements WHERE demand_id IS NOT NULL GROUP BY 1 ORDER BY count(*) DESC LIMIT 1"
)
SEARCHED = {"talks search, a rare word": "communique", "talks search, a word of most records": "the"}
FILTERED = "talks demands, of one article"

DRAFT = ROOT / "tests" / "fixtures" / "ten_mistakes.md"
"""A draft of about 430 words to check."""

REPEATED, OBJECTED = 7, 1
"""How many times it is repeated, to make 3,000 words, and with which status its check ends."""

RELEASES = 2  # rounds

Ratios = tuple[tuple[str, str, str], ...]
"""What is measured, against what, and what is aimed at."""

RATIOS: Ratios = (
    ("build of the articles", "frictionless validate", "at most 0.6"),
    ("build of the articles", "plain sqlite-utils script", "at most 2"),
    ("release of the articles", "build of the articles", "what an edition costs"),
    ("talks demands --json", "python with sqlite3", "at most 4.0"),
    ("talks demands, to a pipe", "python with sqlite3", "at most 4.5"),
    ("talks demands, in a terminal", "python with sqlite3", "at most 7"),
    ("talks --help", "python with sqlite3", "at most 5"),
    ("completion of an id", "python with sqlite3", "at most 5"),
    ("talks demands --json", "sqlite-utils, same SQL", "at most 0.6"),
    ("talks demands, to a pipe", "sqlite-utils, same SQL", "at most 0.6"),
    ("talks check, 3,000 words", "talks search, a word", "at most 10"),
    ("import typer", "python with sqlite3", "the baseline of every command"),
)


def measure_speed(rounds: int, articles: int | None, large: int | None) -> dict[str, str]:
    """Return the tables of docs/performance.md by name.

    With `articles`, builds of up to so many replicated articles are measured too; with `large`, what looks
    things up on a database of so many quotes.
    """
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "bench.db"
        times = time_commands({**_list_build_commands(database), **_list_reader_commands(database)}, rounds)
        times |= time_commands(_list_release_commands(database), min(rounds, RELEASES))
        tables = {
            "figures": _tabulate_times(times),
            "ratios": _tabulate_ratios(times),
            "imports": _tabulate_imports(database),
        }
        tables["site"] = site_speed.tabulate_pages(database, rounds)
        if articles:
            tables |= _tabulate_builds(Path(folder), articles)
        if large:
            tables |= _tabulate_large(database, large, rounds)
    return tables


def _tabulate_large(database: Path, quotes: int, rounds: int) -> dict[str, str]:
    large = database.with_name("large.db")
    replicate_database(database, large, quotes)
    return {
        "large": _tabulate_lookups(database, large, quotes, rounds),
        "large site": site_speed.tabulate_large_site(database, large, rounds),
    }


def _tabulate_builds(folder: Path, articles: int) -> dict[str, str]:
    """Return what builds of replicated seeds take: of a tenth of so many articles, three tenths, and all."""
    builds = [_measure_build(folder / f"{share}", articles * share // 10) for share in (1, 3, 10)]
    stages = profile_build(builds[-1], folder / "10" / "seeds", read_contract(PACKAGE), folder / "10")
    return {"builds": tabulate_builds(builds), "profile": tabulate_profile(stages, builds[-1].rows)}


def _measure_build(folder: Path, articles: int) -> BuildMeasurement:
    replicate_seeds(VILLAGE, folder / "seeds", articles)
    return measure_build(folder / "seeds", PACKAGE, folder)


def _list_build_commands(database: Path) -> dict[str, Command]:
    """Return the command that builds the database, which the other commands read, and its two peers."""
    scripts, data, plain = ROOT / "scripts", database.parent / "data", database.with_name("plain.db")
    build = [scripts / "build.py", "--data", data, "--out", database]
    peer = [scripts / "benchmarks/plain_build.py", data, PACKAGE, plain]
    return {
        "build of the articles": Command([sys.executable, *map(str, build)]),
        "plain sqlite-utils script": Command([sys.executable, *map(str, peer)]),
        "frictionless validate": Command([find_program("frictionless"), "validate", str(PACKAGE)]),
    }


def _list_release_commands(database: Path) -> dict[str, Command]:
    """Return the command that makes a release; it takes so long that a few rounds say enough."""
    words = [sys.executable, str(ROOT / "scripts/release.py"), "--out", str(database.parent / "release")]
    return {"release of the articles": Command(words)}


def _list_reader_commands(database: Path) -> dict[str, Command]:
    """Return the baselines, the peer, and the commands that read the database."""
    talks = [find_program("talks"), "--db", str(database)]
    draft = database.with_name(DRAFT.name)
    draft.write_text(DRAFT.read_text(encoding="utf-8") * REPEATED, encoding="utf-8")
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
        "sqlite-utils, same SQL": Command(
            [find_program("sqlite-utils"), "query", str(database), _read_sql("demands")]
        ),
        "talks demands --json": Command([*talks, "demands", "--json"]),
        "talks demands, to a pipe": Command([*talks, "demands"]),
        "talks demands, in a terminal": Command([*talks, "demands"], terminal=True),
        "talks --help": Command([*talks, "--help"]),
        "talks search, a word": Command([*talks, "search", "ceasefire"]),
        "talks check, 3,000 words": Command([*talks, "check", str(draft)], status=OBJECTED),
        "completion of an id": Command([find_program("talks")], environment=completing),
    }


def _read_sql(question: str) -> str:
    """Return a question without the comment it opens with, which sqlite-utils takes for an option."""
    return read_sql_file(QUESTIONS / f"{question}.sql").sql


def _tabulate_times(times: Seconds) -> str:
    rows = [(name, f"{seconds * 1000:.0f}") for name, seconds in times.items()]
    return format_table(("command", "milliseconds"), rows, right=1)


def _tabulate_ratios(times: Seconds) -> str:
    rows = [(name, baseline, f"{times[name] / times[baseline]:.2f}", aim) for name, baseline, aim in RATIOS]
    return format_table(("command", "against", "ratio", "aim"), rows)


def _tabulate_imports(database: Path) -> str:
    command = [sys.executable, "-m", "istanbul_talks", "--db", str(database), "demands", "--json"]
    rows = [(name, f"{seconds * 1000:.1f}") for name, seconds in measure_imports(command)]
    return format_table(("package", "milliseconds"), rows, right=1)


def _tabulate_lookups(small: Path, large: Path, quotes: int, rounds: int) -> str:
    """Return what looking things up takes in a small and in a large database, and the bare SQL there."""
    times = {path: time_commands(_list_lookups(path), rounds) for path in (small, large)}
    bare = _time_bare_sql(large, rounds)
    rows = [
        (name, *(f"{seconds * 1000:.0f}" for seconds in (few, many, bare[name], 1.5 * few + bare[name])))
        for (name, few), many in zip(times[small].items(), times[large].values(), strict=True)
    ]
    head = ("milliseconds", "this dataset", f"{quotes:,} quotes", "bare SQL there", "at most")
    return format_table(head, rows, right=4)


def _list_lookups(database: Path) -> dict[str, Command]:
    """Return commands that look things up, by what they are called in the table."""
    talks = [find_program("talks"), "--db", str(database)]
    searches = {name: Command([*talks, "search", word, "--json"]) for name, word in SEARCHED.items()}
    return {
        **searches,
        FILTERED: Command([*talks, "demands", "--source", _find_fullest_article(database), "--json"]),
    }


def _time_bare_sql(database: Path, rounds: int) -> Seconds:
    """Return how long SQLite itself needs for the same, on a warm file."""
    values: dict[str, object] = {"table": None, "named": "[]", "parts": "[]", "most": 2000, "shown": -1}
    values |= {"phrase": '""', "is_quotation": False, "longest": 180, "mark": "*", "parting": "|"}
    narrowed = _read_sql("demands").replace("/* filters */", "AND statements.source_id = :source")
    with closing(sqlite3.connect(f"file:{database}?mode=ro&immutable=1", uri=True)) as connection:
        asked = {
            name: (_read_sql("with_parameters/search_hits"), {**values, "words": word})
            for name, word in SEARCHED.items()
        }
        asked[FILTERED] = (narrowed, {"source": _find_fullest_article(database)})
        return {name: _time_query(connection, *query, rounds) for name, query in asked.items()}


def _time_query(connection: sqlite3.Connection, query: str, values: dict[str, object], rounds: int) -> float:
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        connection.execute(query, values).fetchall()
        times.append(time.perf_counter() - start)
    return median(times)


def _find_fullest_article(database: Path) -> str:
    """Return the article with most statements on demands."""
    with closing(open_readonly(database)) as connection:
        return str(connection.execute(SOURCE).fetchone()[0])
