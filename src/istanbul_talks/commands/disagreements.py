"""Where the articles contradict each other or themselves.

\b
Examples:
  talks disagreements --topic TOPIC
  talks disagreements --columns id,sides
"""

import re
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from istanbul_talks.cli.command_factory import make_listing
from istanbul_talks.cli.filters import (
    filter_by_record,
    filter_by_side,
    filter_by_topic,
    filter_by_value,
    filter_by_words,
)
from istanbul_talks.cli.listings import Listing
from istanbul_talks.database import compact_rows
from istanbul_talks.database.json_cells import decode

HAS_SIDE = "discrepancies.id IN (SELECT discrepancy_id FROM discrepancy_sides WHERE {})"

Row = dict[str, Any]
NameVoice = Callable[[Row, bool], str]

OPEN = "unresolved"
HEADINGS = {"between": "Between articles", "within": "Within one article"}
SETTLED = "Compatible, changed over time, or an error"


def _draw_disagreements(
    db: sqlite3.Connection, options: Mapping[str, Any], names: Sequence[str], rows: list[Sequence[Any]]
) -> None:
    """Draw the disagreements with all their sides; of all that there are, those that are settled without."""
    from istanbul_talks.terminal.grouped_list import Entry, Group, draw_groups, make_footer  # noqa: PLC0415

    listed = [dict(zip(names, row, strict=True)) for row in rows]
    name = _make_namer(db)
    is_open = any(row["status"] == OPEN for row in listed)
    is_told = options["with_words"] or any(options[option.name] for option in LISTING.list_options())
    groups: dict[str, list[Entry]] = {}
    for row in listed:
        is_settled = is_open and row["status"] != OPEN
        heading = "" if options["sort"] else SETTLED if is_settled else HEADINGS[row["scope"]]
        details = _list_details(row, name, options["with_words"]) if is_told or not is_settled else []
        groups.setdefault(heading, []).append(Entry(row["disagreement"], row["id"], details))
    order = [heading for heading in ("", *HEADINGS.values(), SETTLED) if heading in groups]
    without = sum(not entry.details for entries in groups.values() for entry in entries)
    remark = f"; {without} settled without sides, which --words shows" if without else ""
    draw_groups(
        [Group(heading, groups[heading]) for heading in order],
        make_footer(len(rows), "disagreement", options, remark),
    )


def _list_details(row: Row, name: NameVoice, in_full: bool) -> list[tuple[str, str]]:
    """Return the sides of a disagreement, in full each on a line with its words, and why they are sides."""
    sides = decode(row["sides"])
    if not in_full:
        return [("; ".join(_join_sides(sides, name)), "")]
    told = [(f"{name(side, True)}: {side['says']}: {side['words']}", "") for side in sides]
    return [*told, (f"{row['status'].replace('_', ' ').capitalize()}. {row['rationale']}", "")]


def _join_sides(sides: Sequence[Row], name: NameVoice) -> Iterator[str]:
    """Yield what is said, after all who say it; with the article where a speaker is in several."""
    articles = {
        side["speaker"]: {own["source"] for own in sides if own["speaker"] == side["speaker"]}
        for side in sides
    }
    said: dict[str, list[str]] = {}
    for side in sides:
        said.setdefault(name(side, len(articles[side["speaker"]]) > 1), []).append(side["says"])
    voices: dict[str, list[str]] = {}
    for voice, says in said.items():
        voices.setdefault(", ".join(dict.fromkeys(says)), []).append(voice)
    yield from (f"{', '.join(voiced)}: {says}" for says, voiced in voices.items())


def _make_namer(db: sqlite3.Connection) -> NameVoice:
    """Return a function that names the voice of a side, asked to with the article.

    A chain, or how far the author stands from a speaker, is told in full; else the speaker is enough.
    """
    shorten, articles = compact_rows.make_shortener(db), compact_rows.load_article_voices(db)

    def name(side: Row, with_article: bool) -> str:
        article = articles[side["source"]]
        if side["voice"].startswith(article.author):
            return shorten(side["voice"].replace(article.author, article.short))
        is_plain = not re.search(r"→|\(|According to", side["voice"])
        voice = shorten(side["speaker"] if is_plain else side["voice"])
        voice = voice.replace("According to ", "per ")
        return f"{voice} ({shorten(article.short)})" if with_article else voice

    return name


SPEAKER = """coalesce(
  discrepancy_sides.holder_id, (SELECT author_id FROM sources WHERE sources.id = discrepancy_sides.source_id)
)"""

LISTING = Listing(
    "disagreements",
    by=filter_by_side(SPEAKER, "With an answer of", HAS_SIDE),
    topic=filter_by_topic("discrepancies"),
    kind=filter_by_value("discrepancies.kind", "Of this kind"),
    scope=filter_by_value("discrepancies.scope", "Between articles or within one"),
    status=filter_by_value("discrepancies.status", "Of this status"),
    source=filter_by_record(
        "discrepancy_sides.source_id", "sources", "With a side in this article.", HAS_SIDE
    ),
    about=filter_by_words("discrepancies"),
)

run = make_listing(LISTING, _draw_disagreements)
