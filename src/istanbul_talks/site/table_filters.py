"""Filters for Datasette's tables that no column offers: by topic, by maker, and by year."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:  # Datasette loads its plugins before it has loaded itself
    from datasette import Request
    from datasette.filters import FilterArguments

TOPIC_PARAMETER = "_topic"
"""?_topic=<id> keeps the records on a topic, or on a narrower one."""

TABLES_ON_TOPICS = {"demands", "claims", "events", "discrepancies"}

MAKER_PARAMETER = "_by"
"""?_by=<id> keeps the demands that an actor makes, whoever belongs to it, or a group of which it is one."""

YEAR_PARAMETER = "_year"
"""?_year=2022 keeps the events that begin in a year, or end in it where they have no beginning."""

YEAR_CONDITION = "coalesce(substr(earliest, 1, 4), '') = :year"


def build_filter(request: Request, table: str) -> FilterArguments:
    """Return the conditions that the address puts on a table's rows."""
    from datasette.filters import FilterArguments  # noqa: PLC0415  (not loaded when plugins are)

    where, descriptions, values = [], [], {}
    if table in TABLES_ON_TOPICS and TOPIC_PARAMETER in request.args:
        values["topic"] = request.args[TOPIC_PARAMETER]
        on_topic = f"SELECT row_id FROM topic_records WHERE table_name = '{table}' AND topic_id = :topic"
        where.append(f"id IN ({on_topic})")
        descriptions.append(f"on the topic “{values['topic']}”, or a narrower one")
    if table == "demands" and MAKER_PARAMETER in request.args:
        values["maker"] = request.args[MAKER_PARAMETER]
        scope = "SELECT actor_id FROM actor_scopes WHERE asked_id = :maker"
        where.append(f"id IN (SELECT demand_id FROM demand_makers WHERE actor_id IN ({scope}))")
        descriptions.append(f"made by “{values['maker']}”, what belongs to it, or a group of which it is one")
    if table == "events" and YEAR_PARAMETER in request.args:
        values["year"] = request.args[YEAR_PARAMETER]
        where.append(YEAR_CONDITION)
        descriptions.append(f"of {values['year'] or 'no known year'}")
    return FilterArguments(where, values, descriptions)
