"""The filters of the listings: each has an option, whose value it turns into a condition of SQL.

A filter names columns of the tables that its named query (database/sql/) joins; names that people type become
ids by database/lookup.py.
"""

import re
import sqlite3
from collections.abc import Callable
from inspect import Parameter
from typing import Annotated, Any, NamedTuple

import typer

from istanbul_talks.cli.completion import (
    Candidates,
    make_id_completer,
    make_value_completer,
)
from istanbul_talks.database.lookup import identify
from istanbul_talks.database.named_queries import Condition, read_sql
from istanbul_talks.errors import TalksError

LAST_DAY = "coalesce(latest, '9999-12-31')"
"""The last day of a date as SQL: what goes on does not end."""


PARTS = "SELECT event_id FROM event_tree WHERE ancestor_id {0}"
"""The SQL of the ids of an event and its parts, to be completed with a condition on the event's id."""

TALKS_OF_YEAR = """IN (
  SELECT id FROM events
  WHERE kind = 'talks'
    AND ? BETWEEN substr(coalesce(earliest, latest), 1, 4) AND substr(coalesce(latest, earliest), 1, 4)
)"""
"""The SQL condition that keeps the talks that may lie in a year; an unknown bound counts as the known one."""


GROUPS = """(
  SELECT iif(count(*) = count(as_one_of), group_concat(as_one_of, '; '), NULL)
  FROM (SELECT as_one_of FROM actor_scopes WHERE asked_id = ? AND actor_id IN ({}) ORDER BY as_one_of)
)"""
"""The SQL of an actor's groups among some actors; NULL where it, or one that belongs to it, is there too."""


class LeftOut(NamedTuple):
    """The records that a filter leaves out because nothing is told of what it asks, and why, in words."""

    condition: Condition
    reason: str


class Filter(NamedTuple):
    """A condition on the rows of a named query, set by an option; without a metavar the option is a flag."""

    help: str
    build_condition: Callable[[sqlite3.Connection, str], Condition]
    metavar: str | None = None
    complete: Callable[..., Candidates] | None = None
    left_out: LeftOut | None = None

    def make_options(self, name: str) -> list[Parameter]:
        """Return the parameter from which Typer makes the option."""
        return [_make_parameter(name, self.help, self.metavar, self.complete)]

    def make_condition(self, db: sqlite3.Connection, value: Any) -> Condition | None:
        """Return the condition for the option's value, None when the option was not given."""
        return None if value in {None, False} else self.build_condition(db, value)


def _make_parameter(
    name: str, help_text: str, metavar: str | None, complete: Callable[..., Candidates] | None = None
) -> Parameter:
    """Return the parameter from which Typer makes an option, without a name's trailing underscore."""
    option = typer.Option(
        f"--{name.rstrip('_').replace('_', '-')}",
        metavar=metavar,
        help=help_text,
        autocompletion=complete,
    )
    kind, default = (str | None, None) if metavar else (bool, False)
    return Parameter(name, Parameter.KEYWORD_ONLY, default=default, annotation=Annotated[kind, option])


def filter_by_side(column: str, help_text: str, where: str = "{}") -> Filter:
    """Keep rows whose column is an actor or one of its parts; `where` (also below) embeds the condition."""
    condition = where.format(f"{column} IN (SELECT actor_id FROM actor_tree WHERE ancestor_id = ?)")
    return Filter(
        f"{help_text} this actor, or one that belongs to it.",
        lambda db, actor: Condition(condition, (identify(db, "actors", actor),)),
        "ACTOR",
        make_id_completer("actors"),
    )


def filter_by_actor(
    column: str, help_text: str, actors: str, where: str = "{}", left_out: LeftOut | None = None
) -> Filter:
    """Keep rows whose column is an actor, one that belongs to it, or a group of which it is a member.

    `actors` selects all actors of a row of the listing, of which those groups count only where neither of the
    others is there.
    """
    condition = where.format(f"{column} IN (SELECT actor_id FROM actor_scopes WHERE asked_id = ?)")
    groups = GROUPS.format(actors)
    return Filter(
        f"{help_text} this actor, one that belongs to it, or a group of which it is one.",
        lambda db, actor: Condition(condition, (identify(db, "actors", actor),), groups),
        "ACTOR",
        make_id_completer("actors"),
        left_out,
    )


def filter_by_speaker(record: str, help_text: str) -> Filter:
    """Keep the statements on records (demand or claim) of the actors that filter_by_actor keeps."""
    speakers = f"""
      SELECT attributions.holder_id
      FROM voiced
      JOIN statements ON statements.id = voiced.statement_id
      JOIN attributions ON attributions.id = statements.attribution_id
      WHERE voiced.{record}_id = {record}s.id
    """
    return filter_by_actor("attributions.holder_id", help_text, speakers)


def filter_by_record(column: str, table: str, help_text: str, where: str = "{}") -> Filter:
    """Keep rows whose column is the record of the table that the option names."""
    return Filter(
        help_text,
        lambda db, word: Condition(where.format(f"{column} = ?"), (identify(db, table, word),)),
        table.removesuffix("s").replace("people", "person").upper(),
        make_id_completer(table),
    )


def filter_by_talks(condition: str, help_text: str) -> Filter:
    """Keep rows of an event or of the talks of a year, whose ids, with their parts, `condition` embeds."""

    def build_condition(db: sqlite3.Connection, word: str) -> Condition:
        is_year = re.fullmatch(r"\d{4}", word)
        sql = condition.format(PARTS.format(TALKS_OF_YEAR if is_year else "= ?"))
        value = word if is_year else identify(db, "events", word)
        return Condition(sql, (value,) * sql.count("?"))

    return Filter(
        f"{help_text} these talks: an event with its parts, or a year.",
        build_condition,
        "EVENT",
        make_id_completer("events"),
    )


def filter_by_value(column: str, help_text: str, where: str = "{}") -> Filter:
    """Keep rows whose column, given as table.field, has a value of its enumeration."""
    table, field = column.split(".")
    return Filter(
        f"{help_text} (`talks schema {table}` lists them).",
        lambda db, value: Condition(
            where.format(f"{column} = ?"), (_resolve_value(db, table, field, value),)
        ),
        field.upper(),
        make_value_completer(table, field),
    )


def _resolve_value(db: sqlite3.Connection, table: str, field: str, value: str) -> str:
    """Return the one value of a field's enumeration that begins so; TalksError where none or several do."""
    query = "SELECT value FROM contract_values WHERE table_name = ? AND field_name = ? ORDER BY position"
    allowed = [str(name) for (name,) in db.execute(query, [table, field])]
    asked = value.casefold().replace(" ", "_")
    fitting = [name for name in allowed if name == asked] or [n for n in allowed if n.startswith(asked)]
    if len(fitting) != 1:
        raise TalksError(f"{field} “{value}” is not known; there are {', '.join(fitting or allowed)}")
    return fitting[0]


def filter_by_topic(table: str) -> Filter:
    """Keep records of the table that are on a topic or on a narrower one."""
    on_topic = f"SELECT row_id FROM topic_records WHERE table_name = '{table}' AND topic_id = ?"
    return Filter(
        "On this topic, or a narrower one.",
        lambda db, topic: Condition(f"{table}.id IN ({on_topic})", (identify(db, "topics", topic),)),
        "TOPIC",
        make_id_completer("topics"),
    )


def filter_with_quantity(record: str) -> Filter:
    """Keep records (demand, claim or event) that have a number."""
    return Filter(
        "Only those with a number.",
        lambda _db, _wanted: Condition(f"{record}s.id IN (SELECT {record}_id FROM quantities)"),
    )


def filter_contested() -> Filter:
    """Keep claims that the named query `contested_claims` finds."""
    return Filter(
        "Only those that one speaker asserts or reports and another denies.",
        lambda _db, _wanted: Condition(f"claims.id IN (SELECT id FROM ({read_sql('contested_claims')}))"),
    )


def filter_by_words(table: str) -> Filter:
    """Keep records whose full text matches the option's words."""
    return Filter(
        "Whose record has these words, as in `talks search`.",
        lambda db, words: _match_words(db, table, words),
        "WORDS",
    )


def _match_words(db: sqlite3.Connection, table: str, words: str) -> Condition:
    """Return the condition that the full text of a record of the table matches the words."""
    from istanbul_talks.database import full_text, search_query  # noqa: PLC0415  (only some filter by words)

    full_text.warn_of(filter(None, [search_query.explain_cut(words)]))
    return Condition(
        f"{table}.id IN ({full_text.MATCHING_IDS})", (search_query.build_query(db, words).words, table)
    )


def check_record_table(db: sqlite3.Connection, table: str) -> str:
    """Return the table if it has records; TalksError where it has none."""
    known = [name for (name,) in db.execute("SELECT DISTINCT table_name FROM records ORDER BY 1")]
    if table not in known:
        raise TalksError(f"there is no table “{table}” of records; there are {', '.join(known)}")
    return table


class PeriodFilter(NamedTuple):
    """The options --from and --to, both asked of the same date; `condition` embeds what is asked of it."""

    condition: str
    left_out: LeftOut | None = None

    def make_options(self, _name: str) -> list[Parameter]:
        """Return the parameters from which Typer makes the two options."""
        return [
            _make_parameter("from_", "Not before this day, month or year.", "DATE"),
            _make_parameter("to", "Not after this day, month or year.", "DATE"),
        ]

    def make_condition(
        self, _db: sqlite3.Connection, first: str | None, last: str | None
    ) -> Condition | None:
        """Return the condition that a date may lie within the time from one date to the other."""
        asked = [
            (f"substr({bound}, 1, ?) {comparison} ?", len(_check_date(day)), day)
            for bound, comparison, day in ((LAST_DAY, ">=", first), ("earliest", "<=", last))
            if day is not None
        ]
        _check_order(first, last)
        if not asked:
            return None
        sql = self.condition.format(" AND ".join(bound for bound, *_ in asked))
        return Condition(
            sql, tuple(value for _, *values in asked for value in values) * self.condition.count("{0}")
        )


def filter_by_period() -> PeriodFilter:
    """Keep events of which one date may lie within the time."""
    undated = Condition("events.id NOT IN (SELECT event_id FROM event_periods)")
    return PeriodFilter(
        "events.id IN (SELECT event_id FROM event_periods WHERE {0})",
        LeftOut(undated, "because nothing dates them"),
    )


def filter_by_time_said(record: str, first_put: str = "NULL") -> PeriodFilter:
    """Keep statements on records (demand or claim) said within the time, and records first put within it."""
    said = "statements.id IN (SELECT statement_id FROM statement_dates WHERE {0})"
    put = f"{first_put} IN (SELECT event_id FROM event_periods WHERE {{0}})"
    dated = f"""
      {record}s.id NOT IN (SELECT {record}_id FROM statement_dates WHERE {record}_id IS NOT NULL)
      AND ({first_put} IN (SELECT event_id FROM event_periods)) IS NOT TRUE
    """
    return PeriodFilter(f"{said} OR {put}", LeftOut(Condition(dated), "because nothing dates them"))


def _check_order(first: str | None, last: str | None) -> None:
    """Raise TalksError where the first date lies after the last."""
    if first and last and first[: len(last)] > last[: len(first)]:
        raise TalksError(f"--from {first} lies after --to {last}")


def _check_date(date: str) -> str:
    """Return the date if it is a year, month or day of the calendar; TalksError otherwise."""
    if not re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", date) or not _is_in_calendar(date):
        raise TalksError(f"“{date}” is no date; write it as 2022, 2022-03 or 2022-03-29")
    return date


def _is_in_calendar(date: str) -> bool:
    """Tell whether the calendar has a year, month or day."""
    from datetime import date as day  # noqa: PLC0415  (only some filter by date)

    try:
        day.fromisoformat(f"{date}-01-01"[: len("2022-01-01")])
    except ValueError:
        return False
    return True
