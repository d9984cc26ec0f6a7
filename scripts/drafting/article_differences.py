"""What an article shares with the others and differs in: candidates for disagreements, and pairs to decide.

The queries are in scripts/sql/differences/, one for each kind. Each returns the quote in the article, the
other article, and the difference in words; what a disagreement tells of both articles is only counted. What
does not belong here: whether the two disagree (that is the coder's).
"""

from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path
from typing import NamedTuple

from sqlite_utils import Database

from pipeline import open_draft
from pipeline.sql_files import read_sql_folder

TOLD = """
SELECT EXISTS (
  SELECT 1
  FROM quotes AS here
  JOIN quotes ON quotes.source_id = here.source_id
    AND quotes.start_char < here.end_char AND here.start_char < quotes.end_char
  JOIN discrepancy_side_quotes ON discrepancy_side_quotes.quote_id = quotes.id
  JOIN discrepancy_sides AS own ON own.id = discrepancy_side_quotes.side_id
  JOIN discrepancy_sides AS others ON others.discrepancy_id = own.discrepancy_id
  WHERE here.id = ? AND others.source_id = ?
)
"""


class Difference(NamedTuple):
    """A quote of the article, the other article where it is one, and the difference in words."""

    quote_id: str
    other: str | None
    words: str


def list_differences(source: str, seeds: Path, package: Path) -> Iterator[str]:
    """Yield a heading for each kind of difference, and under it a line with file and line for each.

    Raises BuildError if the seeds are wrong, LookupError if they have no such article.
    """
    with open_draft(seeds, package) as (database, deriver):
        articles = [row["id"] for row in database.table("sources").rows]
        if source not in articles:
            raise LookupError(f"there is no article {source!r}; choose from {', '.join(articles)}")
        found = _find_differences(database, source)
        told = {item for items in found.values() for item in items if _is_told(database, item)}
        open_items = {kind: [item for item in items if item not in told] for kind, items in found.items()}
        places = deriver.locate(item.quote_id for items in open_items.values() for item in items)
    for kind, items in open_items.items():
        if items:
            yield f"{kind}:"
            yield from (f"  {places[item.quote_id]}: {item.words}" for item in items)
    if not any(open_items.values()):
        yield f"{source} differs from the others in nothing that is not told"
    yield f"told in registers/discrepancies.yaml already: {len(told)}"


def _find_differences(database: Database, source: str) -> dict[str, list[Difference]]:
    database.conn.create_function("likeness", 2, _measure_likeness, deterministic=True)
    return {
        query.comment: [Difference(*row) for row in database.execute(query.sql, {"source": source})]
        for query in read_sql_folder("differences")
    }


def _is_told(database: Database, item: Difference) -> bool:
    return bool(next(database.execute(TOLD, [item.quote_id, item.other]))[0])


def _measure_likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other).ratio()
