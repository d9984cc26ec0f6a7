"""Comparing: what one version changed against another, record by record.

Records are told by the ids that people give them. What changed in any other row is told on the record to
which it belongs (owners.py), and not at all where what it belongs to came or went. A quote is told where
something rests on it.
"""

from collections.abc import Iterator
from graphlib import TopologicalSorter

from pipeline.contract import Field, Row, Table, Value
from pipeline.row_store import natural_key
from versions.changes import WEIGHTS, Change
from versions.contract_diff import compare_contracts
from versions.load_version import Version
from versions.match_rows import QUOTES, Names, pair
from versions.row_owners import Owner, has_given_ids, owners

BOOKKEEPING = ("redirects", "changes")
"""Tables that tell of changes; their own are not told."""


def compare(old: Version, new: Version) -> list[Change]:
    """Return what changed, the weightiest first, in the order of tables and ids."""
    changes = [*compare_contracts(old.contract, new.contract), *_Comparison(old, new).changes()]
    sorts, tables = list(WEIGHTS), [*old.contract.tables, *new.contract.tables]
    places = {name: tables.index(name) for name in tables}
    return sorted(changes, key=lambda change: _order(change, sorts, places))


def successors(version: Version) -> dict[Value, Value]:
    """Return what became of the ids that are gone: the id of a record, or None."""
    return {row["id"]: row["to_id"] for row in version.tables.get("redirects", {}).values()}


def _order(change: Change, sorts: list[str], places: dict[str, int]) -> tuple[object, ...]:
    place = places.get(change.table_name, len(places))  # views come last
    return sorts.index(change.change), place, natural_key(change.row_id)


class _Comparison:
    """Two versions, and what the records of the older one are called in the newer one."""

    def __init__(self, old: Version, new: Version) -> None:
        self._old, self._new = old, new
        gone = successors(new).items()
        self._successors: dict[Value, Value] = {name: to for name, to in gone if to is not None}
        self._names = Names(self._successors)
        self._steady = [
            table
            for name, table in new.contract.tables.items()
            if table.path and name in old.tables and name not in BOOKKEEPING
        ]
        self._ended: set[Owner] = set()
        self._begun: set[Owner] = set()

    def changes(self) -> Iterator[Change]:
        """Yield the changes of records, then those of the rows that belong to them."""
        for table in self._steady:
            if has_given_ids(table):
                yield from self._records(table)
        for table in self._details():
            yield from self._rows(table)

    def _details(self) -> Iterator[Table]:
        """Yield the tables of other rows, each after those it refers to."""
        details = {table.name: table for table in self._steady if not has_given_ids(table)}
        graph = {
            name: {c.references for c in table.fields.values() if c.references in details} - {name}
            for name, table in details.items()
        }
        yield from (details[name] for name in TopologicalSorter(graph).static_order())

    def _records(self, table: Table) -> Iterator[Change]:
        before, after = (
            {str(row["id"]): row for row in version.tables[table.name].values()}
            for version in (self._old, self._new)
        )
        for name in before.keys() - after.keys():
            self._ended.add(Owner(table.name, name))
            to = self._successors.get(name)
            yield Change("merged" if to else "withdrawn", table.name, name, new=to)
        for name in after.keys() - before.keys():
            self._begun.add(Owner(table.name, name))
            yield Change("added", table.name, name)
        for name in before.keys() & after.keys():
            yield from self._cells(table, before[name], after[name], Owner(table.name, name))

    def _rows(self, table: Table) -> Iterator[Change]:
        found = pair(table, self._old, self._new, self._names)
        for sort, pairs in (("re-anchored", found.anchored_anew), (None, found.changed)):
            for before, after in pairs:
                if holder := self._holder(self._new, table, after, self._begun):
                    yield from self._cells(table, before, after, holder, sort)
        if table.name != QUOTES:
            yield from self._gone(self._old.contract.tables[table.name], found.gone)
            yield from self._come(table, found.come)

    def _gone(self, table: Table, rows: list[Row]) -> Iterator[Change]:
        for row in rows:
            if holder := self._holder(self._old, table, row, self._ended):
                yield Change("corrected", *holder, table.name, _called(table, row))
            self._ended.add(Owner(table.name, str(row.get("id"))))

    def _come(self, table: Table, rows: list[Row]) -> Iterator[Change]:
        for row in rows:
            if holder := self._holder(self._new, table, row, self._begun):
                yield Change("extended", *holder, table.name, _called(table, row))
            self._begun.add(Owner(table.name, str(row.get("id"))))

    def _holder(self, version: Version, table: Table, row: Row, besides: set[Owner]) -> Owner | None:
        """Return the record to which a row belongs; None if it came or went with what it belongs to."""
        chain = list(owners(version, table, row)) or [Owner(table.name, str(_called(table, row)))]
        return None if besides.intersection(chain) else chain[-1]

    def _cells(
        self, table: Table, before: Row, after: Row, holder: Owner, sort: str | None = None
    ) -> Iterator[Change]:
        """Yield a change for each cell that differs; derived ids do not count."""
        change = Change("corrected", *holder)
        if table.name != holder.table:
            change = change._replace(detail=table.name, detail_id=_called(table, after))
        for name, column in table.fields.items():
            derived = name == "id" and not column.references
            if derived or name not in before or self._names.now(column, before[name]) == after[name]:
                continue
            told = sort or ("reworded" if _is_read(table, column) else "corrected")
            yield change._replace(change=told, column_name=name, old=before[name], new=after[name])


def _is_read(table: Table, column: Field) -> bool:
    return column.name == table.label_field or column.name in table.search_fields


def _called(table: Table, row: Row) -> Value:
    """Return the id of a row; of a link the other ends."""
    return row.get("id") or " ".join(str(row[name]) for name in table.primary_key[1:])
