"""Where the original of an article is, for readers of a database that carries quotations and gaps."""

import sqlite3
from typing import NamedTuple

from istanbul_talks.database.citable import article
from istanbul_talks.database.citation_formats import as_text


class Original(NamedTuple):
    """How an article is cited, its address (None where it prints none), and how to attach its quotes."""

    citation: str
    url: str | None
    command: str

    @property
    def lines(self) -> list[str]:
        """What a reader is told."""
        found = "" if self.url else " It prints no address."
        return [
            "Quotations only: the article's text is not in this database.",
            f"The original: {self.citation}{found}",
            f"`{self.command}` finds the quotes in your own copy.",
        ]


def original(db: sqlite3.Connection, source_id: str) -> Original:
    """Return the original of an article, as it describes itself."""
    work = article(db, source_id)
    return Original(as_text(work), work.url, f"talks reanchor FILE --source {source_id}")
