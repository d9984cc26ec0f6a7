"""The people: their roles, and every spelling of their names.

With --roles the filters are asked of each role: --side for whom it acts, --source which article prints it.

\b
Examples:
  talks people --side ACTOR
  talks people --roles --status former --columns person,post,source
"""

import sqlite3
from collections.abc import Mapping, Sequence
from typing import Annotated, Any

import typer

from istanbul_talks.cli.command_factory import (
    DATABASE_PARAMETER,
    list_options,
    make_query,
    make_row_command,
    set_signature,
)
from istanbul_talks.cli.filters import filter_by_record, filter_by_side, filter_by_value, filter_by_words
from istanbul_talks.database.named_queries import QueryResult

HAS_MENTION = """people.id IN (
  SELECT names.actor_id
  FROM names
  JOIN mentions ON mentions.name_id = names.id
  JOIN quotes ON quotes.id = mentions.quote_id
  WHERE {}
)"""
HAS_SIDE = """people.id IN (
  SELECT person_id
  FROM (
    SELECT id AS person_id, id AS side_id FROM people
    UNION ALL
    SELECT actor_id, on_behalf_of_id FROM participants
  ) AS belonging
  WHERE {}
)"""

HAS_ROLE = "people.id IN (SELECT person_id FROM roles WHERE {})"

list_people = make_query(
    "people",
    person=filter_by_record("people.id", "people", "This person."),
    side=filter_by_side("belonging.side_id", "Belonging to, or in an event acting for,", HAS_SIDE),
    organization=filter_by_side("roles.organization_id", "With a post at", HAS_ROLE),
    status=filter_by_value("roles.status", "With a post of this status", HAS_ROLE),
    source=filter_by_record("quotes.source_id", "sources", "Named in this article.", HAS_MENTION),
    about=filter_by_words("people"),
)
list_roles = make_query(
    "roles",
    person=filter_by_record("roles.person_id", "people", ""),
    side=filter_by_side("roles.on_behalf_of_id", ""),
    organization=filter_by_side("roles.organization_id", ""),
    status=filter_by_value("roles.status", ""),
    source=filter_by_record("roles.source_id", "sources", ""),
    about=filter_by_words("roles"),
)

Roles = Annotated[
    bool,
    typer.Option("--roles", help="A row for each role, as one article prints it."),
]


def _list(db: sqlite3.Connection, *, roles: Roles = False, **filters: Any) -> QueryResult:
    return (list_roles if roles else list_people)(db, **filters)


def _draw_people(
    _db: sqlite3.Connection, options: Mapping[str, Any], names: Sequence[str], rows: list[Sequence[Any]]
) -> None:
    """Draw the people of each side with their posts, or their roles as a table."""
    from istanbul_talks.terminal import table_drawing  # noqa: PLC0415  (rich is slow to import)
    from istanbul_talks.terminal.grouped_list import Entry, Group, draw_groups, make_footer  # noqa: PLC0415

    if options["roles"]:
        table_drawing.draw_table(names, rows)
        return
    groups: dict[str, list[Entry]] = {}
    for row in (dict(zip(names, values, strict=True)) for values in rows):
        text = ": ".join(filter(None, [row["name"], row["posts"]]))
        printed = f"Printed {row['mentions']} times: {row['spellings']}" if row["mentions"] else ""
        heading = "" if options["sort"] else row["side"] or "Of no side"
        details = [(printed, "")] if options["with_words"] and printed else []
        groups.setdefault(heading, []).append(Entry(text, row["id"], details))
    order = sorted(groups, key=lambda heading: (-len(groups[heading]), heading))
    footer = make_footer(len(rows), "person", options)
    draw_groups([Group(heading, groups[heading]) for heading in order], footer)


run = make_row_command(
    set_signature(_list, DATABASE_PARAMETER, [*list_options(list_people), *list_options(_list)]),
    draw_listing=_draw_people,
)
