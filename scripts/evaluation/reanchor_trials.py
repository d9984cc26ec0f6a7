"""Trials of `talks reanchor` on edited copies: which quotes it finds again, and whether an anchor is wrong.

The command runs as its users run it, on a database with the articles' text and on one without. What does not
belong here: the copies themselves (text_mutations.py).
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple

from evaluation.command_trials import WITH_TEXT, building_databases, run_talks, run_trials
from evaluation.text_mutations import EditedCopy, make_edited_copy
from generated_docs.markdown_table import format_table
from pipeline.readonly_database import open_readonly

PERCENT = range(1, 11)
"""Shares of the words that are edited."""

COPIES = 1000
"""How many docs/reanchoring.md shows."""

ACCEPTED = ("exact", "shifted", "context")
REFUSED = ("fuzzy", "ambiguous", "orphan")

Place = tuple[int, int]


class Article(NamedTuple):
    """An article, its sentences and its quotes as positions."""

    id: str
    text: str
    sentences: list[Place]
    quotes: dict[str, Place]


class AnchorJudgement(NamedTuple):
    """What the command says of a quote in a copy, whether it is whole there, whether its anchor is wrong."""

    database: str
    percent: int
    status: str
    survives: bool
    is_wrong: bool


def run_reanchor_trials(seeds: Path, package: Path, count: int) -> list[AnchorJudgement]:
    """Make `count` edited copies of the articles in turn, and reanchor the quotes in each; two runs a copy.

    The same seeds give the same copies. Raises BuildError if the seeds do not build.
    """
    with building_databases(seeds, package) as (folder, databases):
        articles = read_articles(databases[WITH_TEXT])

        def judge_copy(number: int) -> Iterator[AnchorJudgement]:
            article = articles[number // len(PERCENT) % len(articles)]
            percent = PERCENT[number % len(PERCENT)]
            copy = make_edited_copy(article.text, article.sentences, percent / 100, f"{article.id} {number}")
            file = folder / f"{number}.txt"
            file.write_text(copy.text, encoding="utf-8", newline="")
            places = find_true_places(article, copy)
            for kind, database in databases.items():
                for row in run_talks(database, "reanchor", file, "--source", article.id):
                    yield judge_row(kind, percent, row, places)

        return run_trials(judge_copy, count, "copy")


def read_articles(database: Path) -> list[Article]:
    """Return the articles of a database that has their text."""
    spans = "SELECT start_char, end_char FROM sentences WHERE source_id = ? ORDER BY number"
    quotes = "SELECT id, start_char, end_char FROM quotes WHERE source_id = ?"
    with closing(open_readonly(database)) as db:
        return [
            Article(
                source,
                text,
                db.execute(spans, [source]).fetchall(),
                {quote: (start, end) for quote, start, end in db.execute(quotes, [source])},
            )
            for source, text in db.execute("SELECT source_id, text FROM texts ORDER BY source_id").fetchall()
        ]


def find_true_places(article: Article, copy: EditedCopy) -> dict[str, Place]:
    """Return the spans in a copy of the quotes that are whole there, white space aside."""
    seen = [(place, origin) for place, origin in enumerate(copy.origins) if not copy.text[place].isspace()]
    numbers = {origin: number for number, (_, origin) in enumerate(seen)}
    places = {}
    for quote, (start, end) in article.quotes.items():
        wanted = [place for place in range(start, end) if not article.text[place].isspace()]
        first = numbers.get(wanted[0], len(seen))
        found = seen[first : first + len(wanted)]
        if [origin for _, origin in found] == wanted:
            places[quote] = (found[0][0], found[-1][0] + 1)
    return places


def judge_row(database: str, percent: int, row: dict[str, Any], places: dict[str, Place]) -> AnchorJudgement:
    """Return the verdict on a row that the command printed."""
    place = places.get(row["id"])
    is_wrong = row["status"] in ACCEPTED and (row["start_char"], row["end_char"]) != place
    return AnchorJudgement(database, percent, row["status"], place is not None, is_wrong)


def tabulate_rates(verdicts: Iterable[AnchorJudgement]) -> dict[str, str]:
    """Return the generated part of docs/reanchoring.md by its name: a table of what became of the quotes.

    A row is for a database and a share of edited words.
    """
    groups: dict[tuple[str, int], list[AnchorJudgement]] = {}
    for verdict in verdicts:
        groups.setdefault((verdict.database, verdict.percent), []).append(verdict)
    header = ("database", "words edited", "surviving", "found again", *ACCEPTED, *REFUSED, "gone", "wrong")
    rows = [list(_compute_rates(*key, groups[key])) for key in sorted(groups)]
    return {"reanchoring": format_table(header, rows, right=len(header) - 1)}


def _compute_rates(database: str, percent: int, group: list[AnchorJudgement]) -> Iterator[object]:
    """Yield one row: the surviving quotes, shares of what was said of them, quotes gone, wrong anchors."""
    surviving = Counter(verdict.status for verdict in group if verdict.survives)
    total = surviving.total()
    found = sum(surviving[status] for status in ACCEPTED)
    yield from (database, f"{percent} %", f"{total:,}", f"{found / total:.1%}")
    yield from (f"{surviving[status] / total:.1%}" for status in (*ACCEPTED, *REFUSED))
    yield from (f"{len(group) - total:,}", sum(verdict.is_wrong for verdict in group))
