"""How the answer to a question is told: one line a record, in groups, with the words that it rests on.

Each of the questions here has a listing of the command `talks`, whose rows and filters they are.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any, NamedTuple

from istanbul_talks.cli.listings import Listing
from istanbul_talks.commands import claims, delegations, demands, disagreements, events
from istanbul_talks.database import json_cells
from istanbul_talks.database.compact_rows import shorten_title
from istanbul_talks.site.page_sql import read_page_sql
from istanbul_talks.text.running_text import put_in_quotes

Row = dict[str, Any]
"""A row of a listing by column; besides: its `label`, its `topic`, and the `titles` of its articles."""


class Passage(NamedTuple):
    """Words of an article after whose they are, with the id of their quote where the listing has it."""

    voice: str
    words: str
    quote_id: str | None = None


class Answer(NamedTuple):
    """A record as the page tells it: its line, what stands beside it, and what opens below."""

    record_id: str
    line: str
    asides: list[str]
    passages: list[Passage]
    notes: list[str]
    other_topics: list[str]


class Order(NamedTuple):
    """An order of the answers: what it is called, the heading of a row's group, and the row's line.

    Where it has another line for them, rows alone under their headings stand together with it.
    """

    name: str
    get_heading: Callable[[Row], str]
    get_line: Callable[[Row], str]
    sorts: bool = True
    get_lone_line: Callable[[Row], str] | None = None


class Field(NamedTuple):
    """A field of the form: its parameter, its label, and the SQL file of its choices; without one, a date."""

    parameter: str
    label: str
    choices: str | None = None


class Question(NamedTuple):
    """A question that can be narrowed: its listing, the table of its records, its fields and orders."""

    listing: Listing
    table: str
    nouns: tuple[str, str]
    fields: tuple[Field, ...]
    orders: dict[str, Order]


TOPIC, ARTICLE = Field("topic", "On the topic", "topics"), Field("source", "In the article", "sources")
PERIOD = (Field("from", "Not before"), Field("to", "Not after"))
OTHERS = "Others"
BY_TOPIC = Order("topic", lambda row: row["topic"], lambda row: row["label"])


def _name_sides(row: Row) -> str:
    """Return who wants something of whom, and in which talks."""
    sides = f"{row['by']} → {row['of']}" if row["of"] else row["by"]
    return f"{sides} · {row['in']}" if row["in"] else sides


def _word_demand(row: Row) -> str:
    """Return what is wanted, after by whose account it is known."""
    account, is_told, _ = row["label"].partition(": ")
    demand = str(row["demand"])
    return f"{account}: {demand.partition(': ')[2]}" if is_told and demand.startswith("per ") else demand


def _name_year(row: Row) -> str:
    """Return the year in which an event lies or begins."""
    return str(row["earliest"] or row["latest"] or "No date told")[:4] if row["when"] else "No date told"


def _word_event(row: Row) -> str:
    """Return an event after its date."""
    when = row["in words"]
    return f"{when[:1].upper()}{when[1:]}: {row['event']}" if when else str(row["event"])


QUESTIONS = {
    "demands": Question(
        demands.LISTING,
        "demands",
        ("demand", "demands"),
        (
            Field("by", "Wanted by", "demands_by"),
            Field("of", "Wanted of", "demands_of"),
            TOPIC,
            ARTICLE,
            *PERIOD,
        ),
        {
            "side": Order("side", _name_sides, _word_demand, sorts=False, get_lone_line=BY_TOPIC.get_line),
            "topic": BY_TOPIC,
        },
    ),
    "claims": Question(
        claims.LISTING,
        "claims",
        ("claim", "claims"),
        (Field("by", "Said by", "claims_by"), TOPIC, ARTICLE, *PERIOD),
        {"topic": BY_TOPIC, "speaker": Order("speaker", lambda _row: "", lambda row: row["claim"])},
    ),
    "events": Question(
        events.LISTING,
        "events",
        ("event", "events"),
        (Field("by", "By or with", "events_by"), TOPIC, ARTICLE, *PERIOD),
        {
            "date": Order("date", _name_year, _word_event, sorts=False),
            "topic": Order("topic", lambda row: row["topic"], _word_event, sorts=False),
        },
    ),
    "disagreements": Question(
        disagreements.LISTING,
        "discrepancies",
        ("disagreement", "disagreements"),
        (Field("by", "Answered by", "disagreements_by"), TOPIC, ARTICLE, Field("kind", "Over", "kinds")),
        {
            "topic": BY_TOPIC,
            "kind": Order("kind", lambda row: f"Over {row['kind']}", lambda row: row["label"]),
        },
    ),
    "delegations": Question(
        delegations.LISTING,
        "people",
        ("place in a delegation", "places in delegations"),
        (Field("in", "In the talks", "delegations_in"),),
        {
            "side": Order(
                "side",
                lambda row: f"{row['side']} · {row['round']}",
                lambda row: f"{row['name']}, {row['part']}",
                sorts=False,
            )
        },
    ),
}
"""The questions that can be narrowed, by the name of their query."""


def list_choices(db: sqlite3.Connection, question: Question) -> dict[str, list[tuple[str, str]]]:
    """Return what can be chosen in each field: the value and the words for it."""
    return {
        field.parameter: db.execute(
            read_page_sql(f"question_page/{field.choices}"), {"table": question.table}
        ).fetchall()
        for field in question.fields
        if field.choices
    }


def group_answers(
    db: sqlite3.Connection, question: Question, rows: Iterable[Row], order: Order
) -> list[tuple[str, list[Answer]]]:
    """Return the answers by the heading of their group, in order."""
    titles = dict(db.execute(read_page_sql("question_page/sources")))
    completed = [*_complete_rows(db, question.table, rows)]
    order = _gather_lone(order, completed)
    headings = list(dict.fromkeys(map(order.get_heading, completed)))
    places = {heading: place for place, heading in enumerate(sorted(headings) if order.sorts else headings)}

    def rank(row: Row) -> tuple[Any, ...]:
        heading, line = order.get_heading(row), order.get_line(row).casefold() if order.sorts else ""
        return heading == OTHERS, places[heading], line

    completed.sort(key=rank)
    return [
        (heading, [*_merge(_tell(row, order.get_line(row), titles) for row in group)])
        for heading, group in groupby(completed, order.get_heading)
    ]


def _gather_lone(order: Order, rows: Iterable[Row]) -> Order:
    """Return the order with one heading for the rows that are alone under theirs, if it has a line for them.

    A single one keeps its heading, and all do where there are no others.
    """
    numbers = Counter(heading for heading, _ in {(order.get_heading(row), row["id"]) for row in rows})
    if order.get_lone_line is None or [*numbers.values()].count(1) in {1, len(numbers)}:
        return order

    def choose(lone: Callable[[Row], str], other: Callable[[Row], str]) -> Callable[[Row], str]:
        return lambda row: (lone if numbers[order.get_heading(row)] == 1 else other)(row)

    return order._replace(
        get_heading=choose(lambda _row: OTHERS, order.get_heading),
        get_line=choose(order.get_lone_line, order.get_line),
    )


def _complete_rows(db: sqlite3.Connection, table: str, rows: Iterable[Row]) -> Iterator[Row]:
    """Yield the rows with their labels and topics."""
    labels = dict(db.execute("SELECT row_id, label FROM records WHERE table_name = ?", [table]))
    topics = dict(db.execute(read_page_sql("question_page/record_topics"), {"table": table}))
    for row in rows:
        first, *others = json.loads(topics.get(row["id"], '["No topic"]'))
        yield {**row, "label": labels.get(row["id"], ""), "topic": first, "other topics": others}


def _tell(row: Row, line: str, titles: dict[str, str]) -> Answer:
    """Return a row as an answer."""
    statements = json_cells.decode(row.get("words"))
    sides = json_cells.decode(row.get("sides"))
    if isinstance(statements, list):
        passages = [Passage(item["voice"], item["words"], item["quote"]) for item in statements]
        sources = [item["source"] for item in statements]
    elif isinstance(sides, list):
        passages = [Passage(_name_voice(item, titles), item["says"]) for item in sides]
        sources = [item["source"] for item in sides]
    else:
        sources = (row.get("sources") or row.get("source") or "").split(", ")
        passages = [Passage(titles[row["source"]], put_in_quotes(row["words"]))] if "words" in row else []
    asides = [shorten_title(titles[source]) for source in dict.fromkeys(sources) if source in titles]
    return Answer(row["id"], line, asides, passages, [*_list_notes(row)], row["other topics"])


def _name_voice(side: Row, titles: Mapping[str, str]) -> str:
    """Return whose side of a disagreement it is, with the whole chain, and in which article."""
    article = titles[side["source"]]
    return f"{side['voice']}, in {article}" if side["speaker"] else article


def _list_notes(row: Row) -> Iterator[str]:
    """Yield what else a row tells, in words."""
    if row.get("status") and "participants" in row and row["status"] != "occurred":
        yield str(row["status"]).replace("_", " ").capitalize() + (
            f" by {row['alleged by']}" if row["alleged by"] else ""
        )
    if row.get("participants"):
        yield f"With {row['participants']}"
    if row.get("printed"):
        yield f"Printed as “{row['printed']}”"
    if row.get("posts in that article"):
        yield f"In that article: {row['posts in that article']}"
    if row.get("as one of"):
        yield f"As one of: {row['as one of']}"
    if row.get("when") and "words" in row:
        yield f"When: {row['when']}"
    if row.get("rationale"):
        yield str(row["rationale"])


def _merge(answers: Iterable[Answer]) -> Iterator[Answer]:
    """Yield each record once, with the passages of all its rows, which follow one another."""
    for _, rows in groupby(answers, lambda answer: (answer.record_id, answer.line)):
        first, *others = rows
        for other in others:
            first.passages.extend(other.passages)
            first.asides.extend(title for title in other.asides if title not in first.asides)
            first.notes.extend(note for note in other.notes if note not in first.notes)
        yield first
