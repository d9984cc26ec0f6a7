"""Records as lists print them: parts of a line, short names, and how the voice of an article is called."""

import re
import sqlite3
from collections.abc import Callable, Iterable
from json import dumps
from typing import Any, NamedTuple

from istanbul_talks.database.json_cells import decode
from istanbul_talks.database.named_queries import read_result, read_sql

MOST_LETTERS = 2
"""Letters of a word on which a shortened title does not end."""

LONG = 3
"""Words of a name above which its initials stand for it, where an article prints them."""


def load_compact_rows(db: sqlite3.Connection, table: str, ids: Iterable[Any]) -> list[dict[str, Any]]:
    """Return the records of a table with these ids as lists print them, in the order of the ids."""
    query = read_sql(f"with_parameters/compact_{table}")
    names, rows = read_result(db.execute(query, {"ids": dumps(list(ids))}))
    return [dict(zip(names, row, strict=True)) for row in rows]


def make_shortener(db: sqlite3.Connection) -> Callable[[str], str]:
    """Return a function that gives people in a text the family name alone, long names their initials."""
    names = dict(db.execute(read_sql("with_parameters/short_names")).fetchall()) | _load_initials(db)
    if not names:
        return str
    pattern = re.compile("|".join(rf"\b{re.escape(name)}\b" for name in names))
    return lambda text: pattern.sub(lambda name: names[name[0]], text)


def _load_initials(db: sqlite3.Connection) -> dict[str, str]:
    """Return the long names of which an article prints the capital letters as a name of its own."""
    names = db.execute("SELECT actors.name, form FROM actors JOIN names ON names.actor_id = actors.id")
    return {
        name: form
        for name, form in names
        if len(name.split()) > LONG and form == "".join(filter(str.isupper, name))
    }


class ArticleVoice(NamedTuple):
    """The author of an article by name, and how lists call the voice: by that name, or by a short title."""

    author: str
    short: str


def load_article_voices(db: sqlite3.Connection) -> dict[str, ArticleVoice]:
    """Return the voice of each article."""
    query = """
      SELECT sources.id, sources.label, authors.kind = 'unnamed', authors.name
      FROM sources JOIN actors AS authors ON authors.id = sources.author_id
    """
    return {
        row_id: ArticleVoice(
            author[:1].upper() + author[1:], f"“{shorten_title(title)}”" if is_unnamed else author
        )
        for row_id, title, is_unnamed, author in db.execute(query)
    }


def shorten_title(title: str) -> str:
    """Return a title up to its colon; of a longer one two words, and more where the last is short."""
    words = title.partition(":")[0].removesuffix(" …").split()
    kept = next((i for i in range(2, len(words)) if len(words[i - 1]) > MOST_LETTERS), len(words))
    return " ".join(words[:kept]) + ("…" if kept < len(words) or title.endswith("…") else "")


def list_words(told: Any) -> list[tuple[str, str]]:
    """Return each statement in a JSON cell of words as its voice and words, and the id of the quote."""
    return [(f"{item['voice']}: “{item['words']}”", item["quote"]) for item in decode(told)]
