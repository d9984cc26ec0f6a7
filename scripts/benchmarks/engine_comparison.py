"""A query in SQLite and in DuckDB on Parquet: how long it takes, and how much memory.

Every measurement runs in a process of its own, which first runs the query once, to warm up. Both engines must
return as many rows.
"""

import re
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from multiprocessing import get_context
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

from benchmarks.sql_engines import open_duckdb, open_sqlite
from pipeline.readonly_database import open_readonly

STANCES = "SELECT stance, mode, count(*) FROM statements GROUP BY stance, mode"
SPEAKERS = """
SELECT attributions.holder_id, actors.name, statements.source_id, count(*)
FROM statements
JOIN attributions ON attributions.id = statements.attribution_id
JOIN actors ON actors.id = attributions.holder_id
GROUP BY attributions.holder_id, actors.name, statements.source_id
"""
SEARCH = """
SELECT quotes.id
FROM main.quotes_fts JOIN main.quotes ON quotes.rowid = quotes_fts.rowid
WHERE quotes_fts MATCH ?
"""
SCAN = r"SELECT id FROM quotes WHERE regexp_matches(exact, '\b' || ? || '\b', 'i')"
RARE = "SELECT term FROM temp.words WHERE cnt = 1 AND length(term) > 8 AND term NOT GLOB '*[^a-z]*' LIMIT 1"


class Corpus(NamedTuple):
    """The same dataset of some name twice: as a database, and as a folder of Parquet."""

    name: str
    database: Path
    parquet: Path


class Question(NamedTuple):
    """A question in SQL for both engines, with values for its parameters."""

    what: str
    sqlite: str
    duckdb: str
    values: tuple[str, ...] = ()


class Measurement(NamedTuple):
    """How many rows answer, in how many seconds (the median), and how many megabytes of memory that takes."""

    rows: int
    seconds: float
    megabytes: float


Both = tuple[Measurement, Measurement]
"""In SQLite, and in DuckDB."""


def list_questions(database: Path) -> list[Question]:
    """Return what is asked at every size, with values from the database of which the others are copies."""
    quote, source, word = _pick_examples(database)
    by_id, by_source = (f"SELECT * FROM quotes WHERE {column} = ?" for column in ("id", "source_id"))
    return [
        Question("one quote by its id", by_id, by_id, (quote,)),
        Question("all quotes of an article", by_source, by_source, (source,)),
        Question("quotes with a rare word", SEARCH, SCAN, (word,)),
        Question("all statements by stance and mode", STANCES, STANCES),
        Question("all statements by speaker and article", SPEAKERS, SPEAKERS),
    ]


def compare_engines(corpus: Corpus, question: Question, rounds: int) -> Both:
    """Ask both engines; ValueError where they answer differently many rows."""
    sqlite = _run_in_process(_ask_sqlite, corpus, question, rounds)
    duckdb = _run_in_process(_ask_duckdb, corpus, question, rounds)
    if sqlite.rows != duckdb.rows:
        raise ValueError(f"{question.what}: SQLite finds {sqlite.rows} rows, DuckDB {duckdb.rows}")
    return sqlite, duckdb


def _pick_examples(database: Path) -> tuple[str, str, str]:
    """Return the id of a quote, that of its article, and a word of one quote only."""
    with closing(open_readonly(database)) as connection:
        quote, source = connection.execute("SELECT max(id), source_id FROM quotes").fetchone()
        connection.execute("CREATE VIRTUAL TABLE temp.words USING fts5vocab(main, quotes_fts, row)")
        (word,) = connection.execute(RARE).fetchone()
    return quote, source, word


def _run_in_process(ask: Callable[[Corpus, Question, int], Measurement], *arguments: Any) -> Measurement:
    """Measure in a new process, whose memory holds nothing else."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(ask, *arguments).result()


def _ask_sqlite(corpus: Corpus, question: Question, rounds: int) -> Measurement:
    with open_sqlite(corpus.database, corpus.name) as connection:
        return _measure(lambda: connection.execute(question.sqlite, question.values).fetchall(), rounds)


def _ask_duckdb(corpus: Corpus, question: Question, rounds: int) -> Measurement:
    with open_duckdb(corpus.parquet) as connection:
        return _measure(lambda: connection.execute(question.duckdb, list(question.values)).fetchall(), rounds)


def _measure(ask: Callable[[], list[Any]], rounds: int) -> Measurement:
    before = _read_memory("VmRSS")
    rows, times = len(ask()), []
    for _ in range(rounds):
        start = time.perf_counter()
        ask()
        times.append(time.perf_counter() - start)
    return Measurement(rows, median(times), _read_memory("VmHWM") - before)


def _read_memory(figure: str) -> float:
    """Return the memory of this process in megabytes, as Linux counts it: VmRSS now, VmHWM at its most."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    (kibibytes,) = re.findall(rf"^{figure}:\s+(\d+) kB$", status, re.MULTILINE)
    return int(kibibytes) * 1024 / 1e6
