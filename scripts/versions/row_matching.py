"""Matching the rows of two versions whose derived ids may differ.

Rows are the same if everything but their id agrees; re-anchored if everything but their quotes agrees, in the
same article; changed if their id agrees. References of old rows are compared by the current ids of their
targets.
"""

from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import NamedTuple

from pipeline.contract import Field, Row, Table, Value
from versions.dataset_version import Version

QUOTES = "quotes"

Pairs = list[tuple[Row, Row]]
RowKey = Callable[[Row], Hashable]


class RowMatches(NamedTuple):
    """The rows of a table that changed: pairs of old and new rows, and rows without a counterpart."""

    reanchored: Pairs
    changed: Pairs
    removed: list[Row]
    added: list[Row]


class CurrentIds:
    """The ids in the new version of rows of the old one, by the redirects and by the rows they match."""

    def __init__(self, merged: dict[Value, Value]) -> None:
        self._merged = merged
        self._paired: dict[tuple[str, Value], Value] = {}

    def add_pairs(self, table: Table, pairs: Iterable[tuple[Row, Row]]) -> None:
        """Add the ids of rows that match."""
        if "id" in table.fields:
            self._paired.update({(table.name, old["id"]): new["id"] for old, new in pairs})

    def translate(self, column: Field, value: Value) -> Value:
        """Return a value of a column of the old version; for a reference, the current id of its target."""
        if column.references is None:
            return value
        return self._paired.get((column.references, value), self._merged.get(value, value))


def match_rows(table: Table, old: Version, new: Version, current_ids: CurrentIds) -> RowMatches:
    """Return what changed among the rows of a table that both versions have; `table` is the new one."""
    return _TableMatcher(table, old, new, current_ids).match()


class _TableMatcher:
    """Matches the rows of one table by the columns that both versions have."""

    def __init__(self, table: Table, old: Version, new: Version, current_ids: CurrentIds) -> None:
        before = old.contract.tables[table.name].fields
        self._table, self._old, self._new, self._current_ids = table, old, new, current_ids
        self._columns = [column for name, column in table.fields.items() if name in before]
        self._content = [column for column in self._columns if column.name != "id" or column.references]
        self._keys = [name for name in table.primary_key if name in before]
        self._quoting = [column for column in self._content if column.references == QUOTES]

    def match(self) -> RowMatches:
        """Match the rows in three rounds: by content, by content without quotes, by primary key."""
        removed, added = (
            list(version.tables[self._table.name].values()) for version in (self._old, self._new)
        )
        same, removed, added = _match_by_key(
            removed, added, self._translate_first(self._content_key), self._content_key
        )
        reanchored: Pairs = []
        if self._quoting:
            reanchored, removed, added = _match_by_key(
                removed,
                added,
                self._translate_first(self._unquoted_key(self._old)),
                self._unquoted_key(self._new),
            )
        changed, removed, added = _match_by_key(
            removed, added, self._translate_first(self._primary_key), self._primary_key
        )
        self._current_ids.add_pairs(self._table, [*same, *reanchored, *changed])
        return RowMatches(reanchored, changed, removed, added)

    def _translate_first(self, make_key: RowKey) -> RowKey:
        """Return a key of old rows with current ids in their references, except for references to quotes."""
        translatable = [column for column in self._columns if column.references != QUOTES]
        return lambda row: make_key(
            {**row, **{c.name: self._current_ids.translate(c, row[c.name]) for c in translatable}}
        )

    def _content_key(self, row: Row) -> Hashable:
        return tuple(row[column.name] for column in self._content)

    def _primary_key(self, row: Row) -> Hashable:
        return tuple(row[name] for name in self._keys)

    def _unquoted_key(self, version: Version) -> RowKey:
        """Return a key in which only the article of a quote counts."""

        def read_values(row: Row) -> Iterator[Value]:
            for column in self._content:
                value = row[column.name]
                if column in self._quoting and value is not None:
                    value = version.tables[QUOTES][(value,)]["source_id"]
                yield value

        return lambda row: tuple(read_values(row))


def _match_by_key(
    removed: list[Row], added: list[Row], old: RowKey, new: RowKey
) -> tuple[Pairs, list[Row], list[Row]]:
    """Pair rows with the same key, in their order; return the pairs and the rows left in each version."""
    waiting: dict[Hashable, deque[Row]] = defaultdict(deque)
    for row in added:
        waiting[new(row)].append(row)
    pairs: Pairs = []
    left: list[Row] = []
    for row in removed:
        alike = waiting[old(row)]
        if alike:
            pairs.append((row, alike.popleft()))
        else:
            left.append(row)
    return pairs, left, [row for rows in waiting.values() for row in rows]
