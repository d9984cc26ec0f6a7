"""Pairing: which row of a version is which row of the version before, though its derived id be another.

Rows are the same if all but their id agrees; re-anchored if all but their words agrees, in the same article;
changed if their id agrees. What an old row refers to is read as it is called now.
"""

from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import NamedTuple

from pipeline.contract import Field, Row, Table, Value
from versions.load_version import Version

QUOTES = "quotes"

Pairs = list[tuple[Row, Row]]
Sight = Callable[[Row], Hashable]


class Pairing(NamedTuple):
    """The rows of a table that changed: pairs of old and new, and those that are gone or came."""

    anchored_anew: Pairs
    changed: Pairs
    gone: list[Row]
    come: list[Row]


class Names:
    """What rows are called now: merged records by the redirects, others by the rows they were paired with."""

    def __init__(self, merged: dict[Value, Value]) -> None:
        self._merged = merged
        self._paired: dict[tuple[str, Value], Value] = {}

    def note(self, table: Table, pairs: Iterable[tuple[Row, Row]]) -> None:
        """Note the ids of rows that are the same."""
        if "id" in table.fields:
            self._paired.update({(table.name, old["id"]): new["id"] for old, new in pairs})

    def now(self, column: Field, value: Value) -> Value:
        """Return a value of a column of the old version, a reference as it is called now."""
        if column.references is None:
            return value
        return self._paired.get((column.references, value), self._merged.get(value, value))


def pair(table: Table, old: Version, new: Version, names: Names) -> Pairing:
    """Return what changed among the rows of a table (as declared now) that both versions have."""
    return _Table(table, old, new, names).pairing()


class _Table:
    """A table at work: its columns that both versions have, and which of them tell one row from another."""

    def __init__(self, table: Table, old: Version, new: Version, names: Names) -> None:
        before = old.contract.tables[table.name].fields
        self._table, self._old, self._new, self._names = table, old, new, names
        self._columns = [column for name, column in table.fields.items() if name in before]
        self._content = [column for column in self._columns if column.name != "id" or column.references]
        self._keys = [name for name in table.primary_key if name in before]
        self._quoting = [column for column in self._content if column.references == QUOTES]

    def pairing(self) -> Pairing:
        """Pair the rows, in three rounds."""
        gone, come = (list(version.tables[self._table.name].values()) for version in (self._old, self._new))
        same, gone, come = _match(gone, come, self._was(self._all), self._all)
        moved: Pairs = []
        if self._quoting:
            moved, gone, come = _match(
                gone, come, self._was(self._placeless(self._old)), self._placeless(self._new)
            )
        changed, gone, come = _match(gone, come, self._was(self._key), self._key)
        self._names.note(self._table, [*same, *moved, *changed])
        return Pairing(moved, changed, gone, come)

    def _was(self, sight: Sight) -> Sight:
        """Look at an old row with its references as they are called now; its quotes are still its own."""
        plain = [column for column in self._columns if column.references != QUOTES]
        return lambda row: sight({**row, **{c.name: self._names.now(c, row[c.name]) for c in plain}})

    def _all(self, row: Row) -> Hashable:
        return tuple(row[column.name] for column in self._content)

    def _key(self, row: Row) -> Hashable:
        return tuple(row[name] for name in self._keys)

    def _placeless(self, version: Version) -> Sight:
        """Look at a row without its words: of a quote, only the article counts."""

        def sight(row: Row) -> Iterator[Value]:
            for column in self._content:
                value = row[column.name]
                if column in self._quoting and value is not None:
                    value = version.tables[QUOTES][(value,)]["source_id"]
                yield value

        return lambda row: tuple(sight(row))


def _match(gone: list[Row], come: list[Row], old: Sight, new: Sight) -> tuple[Pairs, list[Row], list[Row]]:
    """Pair rows that look the same, in their order; return the pairs and what is left on both sides."""
    waiting: dict[Hashable, deque[Row]] = defaultdict(deque)
    for row in come:
        waiting[new(row)].append(row)
    pairs: Pairs = []
    left: list[Row] = []
    for row in gone:
        alike = waiting[old(row)]
        if alike:
            pairs.append((row, alike.popleft()))
        else:
            left.append(row)
    return pairs, left, [row for rows in waiting.values() for row in rows]
