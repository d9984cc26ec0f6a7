"""The examples of the help: they name records by what they are, and become ids that the database has.

`talks show PERSON` is shown as a command that can be run. Without a usable database it stays as it is.
"""

import re
import sqlite3
from contextlib import closing

from istanbul_talks.database import connection
from istanbul_talks.database.named_queries import run_query
from istanbul_talks.errors import TalksError

EXAMPLE = re.compile(r"^  .*\btalks.*$", re.MULTILINE)


def fill_examples(text: str, chosen: str | None) -> str:
    """Return a help text with ids of the chosen database in its examples."""
    try:
        with closing(connection.connect(connection.locate(chosen))) as db:
            ids = {str(kind): str(found) for kind, found in run_query(db, "example_ids").rows}
    except (TalksError, sqlite3.Error):
        return text
    return EXAMPLE.sub(lambda line: _fill_ids(line[0], ids), text)


def _fill_ids(line: str, ids: dict[str, str]) -> str:
    """Return a line with each kind of record replaced by the id of one."""
    return re.sub(r"\b[A-Z]{5,}\b", lambda kind: ids.get(kind[0], kind[0]), line)
