"""How much `talks` prints, and what its search finds: parts of docs/performance.md.

Only words, lines, ids and JSON are looked at, so that a listing may change its form.
"""

import json
import random
import re
import subprocess
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

from benchmarks.process_timing import Command, find_program
from generated_docs.markdown_table import format_table
from pipeline.readonly_database import open_readonly

LISTINGS = ("claims", "demands", "disagreements", "events", "people")
COLUMNS = 100
"""The width of the terminal in which listings are measured."""

NAMES = """
SELECT DISTINCT names.form, names.actor_id
FROM names JOIN actors ON actors.id = names.actor_id
WHERE actors.kind IN ('person', 'state')
ORDER BY names.actor_id, names.form
"""
"""Every printed name of every person and side."""

STYLE = re.compile(r"\x1b\[[0-9;?]*[a-zA-Z]")
WORD = re.compile(r"\w+")
PHRASE_LENGTH = 4  # words
SEED = 13


def measure_answers(database: Path, phrases: int) -> dict[str, str]:
    """Return tables by name: the length of listings, the rank of own records, so many phrases looked for."""
    ranks = [find_rank(search(database, form), actor) for form, actor in read_names(database)]
    drawn = draw_phrases(read_texts(database), phrases)
    found = sum(shows_phrase(search(database, phrase), phrase) for phrase in drawn)
    return {
        "listings": _tabulate_listings(database),
        "ranks": _tabulate_ranks(ranks),
        "phrases": _tabulate_share(found, len(drawn)),
    }


def read_screen(database: Path, *words: str) -> list[str]:
    """Return the lines that `talks` prints in a terminal, without styles and empty lines."""
    command = [find_program("talks"), "--db", str(database), *words]
    screen = Command(command, {"COLUMNS": str(COLUMNS)}, terminal=True).run().decode()
    return [line for line in STYLE.sub("", screen).splitlines() if line.strip()]


def search(database: Path, words: str) -> list[dict[str, object]]:
    """Return the hits of `talks search` for some words, as many as it shows by default."""
    command = [find_program("talks"), "--db", str(database), "search", "--json", "--", words]
    printed = subprocess.run(command, capture_output=True, check=False, text=True).stdout
    return list(json.loads(printed)) if printed.strip() else []


def find_rank(hits: Sequence[dict[str, object]], record: str) -> int | None:
    """Return the place of a record among hits, from 1 on, None where it is not shown."""
    return next((place for place, hit in enumerate(hits, 1) if hit["id"] == record), None)


def shows_phrase(hits: Sequence[dict[str, object]], phrase: str) -> bool:
    """Tell whether some hit shows the words of a phrase one after the other."""
    wanted = f" {_join_words(phrase)} "
    shown = (value for hit in hits for value in hit.values() if isinstance(value, str))
    return any(wanted in f" {_join_words(value)} " for value in shown)


def draw_phrases(texts: Sequence[str], count: int) -> list[str]:
    """Return phrases of words in a row in a paragraph of a text; the same for the same texts."""
    paragraphs = [line.split() for text in texts for line in text.splitlines()]
    starts = [
        (words, start) for words in paragraphs for start in range(max(0, len(words) - PHRASE_LENGTH + 1))
    ]
    drawn = random.Random(SEED).sample(starts, min(count, len(starts)))
    return [" ".join(words[start : start + PHRASE_LENGTH]) for words, start in drawn]


def read_names(database: Path) -> list[tuple[str, str]]:
    """Return every printed name of every person and side, with the id of its actor."""
    with closing(open_readonly(database)) as connection:
        return list(connection.execute(NAMES))


def read_texts(database: Path) -> list[str]:
    """Return the texts of the articles."""
    with closing(open_readonly(database)) as connection:
        return [text for (text,) in connection.execute("SELECT text FROM texts ORDER BY source_id")]


def _join_words(text: str) -> str:
    return " ".join(WORD.findall(text.casefold()))


def _tabulate_listings(database: Path) -> str:
    """Return what each listing prints, beside the articles."""
    articles = sum(len(text.split()) for text in read_texts(database))
    rows = [("the articles", f"{articles:,}", "1.00", "", "", ""), *_measure_listings(database, articles)]
    head = ("listing", "words", "of the articles'", "lines", "records", "lines a record")
    return format_table(head, rows, right=5)


def _measure_listings(database: Path, articles: int) -> Iterator[tuple[str, ...]]:
    for name in LISTINGS:
        lines = read_screen(database, name)
        words = sum(len(line.split()) for line in lines)
        command = [find_program("talks"), "--db", str(database), name, "--json"]
        records = len(json.loads(Command(command).run()))
        sizes = (f"{words:,}", f"{words / articles:.2f}", f"{len(lines):,}", f"{records:,}")
        yield (f"talks {name}", *sizes, f"{len(lines) / records:.1f}")


def _tabulate_ranks(ranks: Sequence[int | None]) -> str:
    """Return how many names have their own record first, later, or not among the hits shown."""
    places = Counter("not shown" if rank is None else "first" if rank == 1 else "later" for rank in ranks)
    rows = [(place, str(places[place])) for place in ("first", "later", "not shown")]
    return format_table(("own record of a name", "names"), rows, right=1)


def _tabulate_share(found: int, drawn: int) -> str:
    head = ("phrases of four words", "found", "share")
    return format_table(head, [(f"{drawn:,}", f"{found:,}", f"{found / drawn:.2f}")], right=3)
