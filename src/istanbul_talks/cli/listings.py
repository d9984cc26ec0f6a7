"""A named query with the filters that may be put on it: what it finds, and what it leaves out."""

import sqlite3
from collections.abc import Iterator
from inspect import Parameter
from typing import Any

from istanbul_talks.cli.filters import Filter, PeriodFilter
from istanbul_talks.database.named_queries import Condition, QueryResult, run_query


class Listing:
    """A named query and its filters, by the names of their options; the site asks the same."""

    def __init__(self, query_name: str, /, **filters: Filter | PeriodFilter) -> None:
        self.query_name, self.filters = query_name, filters
        self._parameters = {name: given.make_options(name) for name, given in filters.items()}

    def list_options(self) -> list[Parameter]:
        """Return the options of all filters, as Typer takes them."""
        return [option for own in self._parameters.values() for option in own]

    def find(self, db: sqlite3.Connection, **options: Any) -> QueryResult:
        """Return the rows that meet all options."""
        return run_query(db, self.query_name, self._build_conditions(db, options).values())

    def explain_left_out(self, db: sqlite3.Connection, **options: Any) -> Iterator[tuple[int, str]]:
        """Yield how many records an option leaves out of which nothing is told that it asks, and why."""
        conditions = self._build_conditions(db, options)
        for name, given in self.filters.items():
            if conditions[name] and (left_out := given.left_out):
                others = [conditions[other] for other in self.filters if other != name]
                found = list(run_query(db, self.query_name, [*others, left_out.condition]).rows)
                if found:
                    yield len(found), left_out.reason

    def _build_conditions(
        self, db: sqlite3.Connection, options: dict[str, Any]
    ) -> dict[str, Condition | None]:
        """Return the condition of each filter, None where its options are not given."""
        values = {
            name: [options.get(option.name) for option in self._parameters[name]] for name in self.filters
        }
        return {name: given.make_condition(db, *values[name]) for name, given in self.filters.items()}
