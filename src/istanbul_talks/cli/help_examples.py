"""The examples of the help: they name kinds of records (`talks show PERSON`), replaced by ids here."""

import re
import sqlite3

from istanbul_talks.database.connection import open_database
from istanbul_talks.database.named_queries import run_query
from istanbul_talks.errors import TalksError

EXAMPLE = re.compile(r"^  .*\btalks.*$", re.MULTILINE)


def fill_examples(text: str, chosen: str | None) -> str:
    """Return a help text with ids of the chosen database in its examples; unchanged without one."""
    try:
        with open_database(chosen) as db:
            ids = {str(kind): str(found) for kind, found in run_query(db, "example_ids").rows}
    except (TalksError, sqlite3.Error):
        return text
    return EXAMPLE.sub(lambda match: _fill_ids(match[0], ids), text)


def _fill_ids(line: str, ids: dict[str, str]) -> str:
    """Return a line with the name of each kind of record replaced by an id of that kind."""
    return re.sub(r"\b[A-Z]{5,}\b", lambda match: ids.get(match[0], match[0]), line)
