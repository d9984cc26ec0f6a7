"""Ways to narrow Datasette's tables by what is not one of their columns: by topic, and by year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from istanbul_talks.database.topic_tree import select_narrower

if TYPE_CHECKING:  # Datasette loads its plugins before it has loaded itself
    from datasette import Request
    from datasette.filters import FilterArguments

TOPIC = "_topic"
"""?_topic=<id> keeps the demands, claims or events on a topic, or on a narrower one."""

YEAR = "_year"
"""?_year=2022 keeps the events that begin in a year, or end in it where they have no beginning."""

YEARS = "coalesce(substr(coalesce(earliest, latest), 1, 4), '') = :year"


def by(request: Request, table: str) -> FilterArguments:
    """Return the conditions that the address puts on a table's rows."""
    from datasette.filters import FilterArguments  # noqa: PLC0415  (not loaded when plugins are)

    where, said, values = [], [], {}
    if table in {"demands", "claims", "events"} and TOPIC in request.args:
        record, values["topic"] = table.removesuffix("s"), request.args[TOPIC]
        narrower = select_narrower(":topic")
        where.append(f"id IN (SELECT {record}_id FROM {record}_topics WHERE topic_id IN ({narrower}))")
        said.append(f"on the topic “{values['topic']}”, or a narrower one")
    if table == "events" and YEAR in request.args:
        values["year"] = request.args[YEAR]
        where.append(YEARS)
        said.append(f"of {values['year'] or 'no known year'}")
    return FilterArguments(where, values, said)
