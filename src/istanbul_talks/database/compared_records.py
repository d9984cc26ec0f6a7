"""What is compared: a topic or record in all articles, or two articles; each row a question with its answers.

A row says whether its columns differ, agree, or only one of them tells. Rows of which only one tells compare
nothing; where they are many, readers get their numbers.
"""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

from istanbul_talks.database.named_queries import Condition, run_query
from istanbul_talks.database.possible_originals import find_notes
from istanbul_talks.text.running_text import format_running_text

Statement = dict[str, Any]
"""A row of the named query `comparison`: who says what on a record in which words."""

DIFFER, COMPATIBLE = "They differ", "They differ, and both can hold"
AGREE, SEVERAL, ALONE = "They agree", "More than one tells", "Only one tells"
SIGNS = {DIFFER: "≠", COMPATIBLE: "≈", AGREE: "=", SEVERAL: "●", ALONE: "◐"}
"""The verdicts on a row, and a sign for each."""

MOST_ALONE = 12
"""Rows of which only one column tells that are shown; of more only the numbers are given."""

WITHOUT_TOPIC = "Names and other matters without a topic"

COMPARED_IN_PAIRS = ("discrepancies", "demands", "claims")
"""The tables whose records two articles are compared by."""

OPPOSED = ({"asserts", "denies"}, {"reports", "denies"}, {"accepts", "rejects"}, {"makes", "denies making"})
"""Stances that contradict one another."""

UNNAMED_AUTHORS = """
SELECT sources.id, upper(substr(actors.name, 1, 1)) || substr(actors.name, 2), actors.name
FROM sources JOIN actors ON actors.id = sources.author_id
WHERE actors.kind = 'unnamed'
"""

WIDEST_TOPICS = """
SELECT topic_records.table_name, topic_records.row_id, min(topics.name)
FROM topic_records JOIN topics ON topics.id = topic_records.topic_id
WHERE topics.broader_id IS NULL
GROUP BY topic_records.table_name, topic_records.row_id
"""

BOTH_HOLD = "SELECT id FROM discrepancies WHERE status IN ('compatible', 'changed_over_time')"


class ComparedRecord(NamedTuple):
    """A record with its widest topic, if two articles are compared, a verdict, and what each column says."""

    id: str
    table: str
    label: str
    topic: str
    verdict: str
    cells: dict[str, list[Statement]]


class Answer(NamedTuple):
    """What a voice says, in its own words or summed up, and the quotes with their ids."""

    voice: str | None
    says: str | None
    quotes: list[tuple[str, str]]


class Comparison(NamedTuple):
    """What is compared: notes on voices that may be one, all columns, and the records."""

    notes: dict[str, str]
    columns: list[str]
    records: list[ComparedRecord]


def compare_record(db: sqlite3.Connection, record_id: str, by: str) -> Comparison:
    """Return what each article or speaker (`by`) says on a topic, event, demand or claim."""
    return _compare(db, Condition("concerned.thing = ?", (record_id,)), by)


def compare_articles(db: sqlite3.Connection, first: str, second: str) -> Comparison:
    """Return what two articles say on each disagreement, demand and claim."""
    condition = Condition(
        "concerned.thing = told.row_id AND told.source_id IN (?, ?) AND told.table_name IN (?, ?, ?)",
        (first, second, *COMPARED_IN_PAIRS),
    )
    compared = _compare(db, condition, "source", [first, second])
    by_topic = sorted(compared.records, key=lambda record: (record.topic == WITHOUT_TOPIC, record.topic))
    return compared._replace(records=by_topic)


def _compare(
    db: sqlite3.Connection, condition: Condition, by: str, columns: Sequence[str] = ()
) -> Comparison:
    """Return the comparison of the statements that meet a condition."""
    names, rows = run_query(db, "comparison", [condition])
    statements = [dict(zip(names, row, strict=True)) for row in rows]
    _shorten_authors(db, statements)
    topics = {row[:2]: row[2] for row in db.execute(WIDEST_TOPICS)} if columns else {}
    listed = list(columns) or _list_columns(db, statements, by)
    compatible = {record_id for (record_id,) in db.execute(BOTH_HOLD)}
    records = []
    for (record_id, table, label), group in groupby(statements, itemgetter("id", "table", "record")):
        cells = _split_by_column(list(group), listed, by)
        verdict = _judge(table, record_id in compatible, [cell for cell in cells.values() if cell])
        topic = topics.get((table, record_id), WITHOUT_TOPIC) if columns else ""
        records.append(ComparedRecord(record_id, table, label, topic, verdict, cells))
    return Comparison(find_notes(db, statements), listed, sorted(records, key=_get_place))


def _get_place(record: ComparedRecord) -> int:
    """Return where a record stands: those that differ first, those that one column alone tells last."""
    return list(SIGNS).index(record.verdict)


def _shorten_authors(db: sqlite3.Connection, statements: Iterable[Statement]) -> None:
    """Add by whom each statement is told: the voice, but the unnamed author of the article as the author."""
    authors = {source: names for source, *names in db.execute(UNNAMED_AUTHORS)}
    for statement in statements:
        voice = statement["voice"]
        names = [name for name in authors.get(statement["source"], ()) if voice and voice.startswith(name)]
        statement["told by"] = f"The author{voice.removeprefix(names[0])}" if names else voice


def _list_columns(db: sqlite3.Connection, statements: Iterable[Statement], by: str) -> list[str]:
    """Return the names of the columns: every article, also one that says nothing, or every speaker."""
    if by == "source":
        return [source for (source,) in db.execute("SELECT id FROM sources ORDER BY id")]
    return sorted({statement["speaker"] for statement in statements})


def _split_by_column(
    statements: Iterable[Statement], columns: Iterable[str], by: str
) -> dict[str, list[Statement]]:
    """Return the statements on a record by column."""
    cells: dict[str, list[Statement]] = {column: [] for column in columns}
    for statement in statements:
        cells[statement[by]].append(statement)
    return cells


def _judge(table: str, is_compatible: bool, told: list[list[Statement]]) -> str:
    """Return the verdict on what columns tell: a contradiction is a difference, as is a distance of some."""
    if len(told) <= 1:
        return ALONE
    if table == "discrepancies":
        return COMPATIBLE if is_compatible else DIFFER
    stances = [{each["stance"] for each in cell} for cell in told]
    every = set().union(*stances)
    is_opposed = any(pair <= every and not any(pair <= own for own in stances) for pair in OPPOSED)
    is_distant = {all(each["is_distant"] for each in cell) for cell in told}
    if is_opposed or len(is_distant) > 1:
        return DIFFER
    is_alike = table == "claims" or (table == "demands" and all(own == every for own in stances))
    return AGREE if is_alike else SEVERAL


def group_answers(statements: Iterable[Statement]) -> list[Answer]:
    """Return the statements of a cell, neighbouring ones of one voice that says one thing as one answer."""
    return [
        Answer(voice, says, [(each["quote"], format_running_text(f"“{each['words']}”")) for each in group])
        for (voice, says), group in groupby(statements, itemgetter("told by", "says"))
    ]


def count_alone(told: Iterable[tuple[str, str]]) -> dict[str, Counter[str]]:
    """Return how many records each column alone tells, by topic or table; `told` has a pair for each."""
    counts: dict[str, Counter[str]] = {}
    for column, topic in told:
        counts.setdefault(column, Counter())[topic] += 1
    return counts
