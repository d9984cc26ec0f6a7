"""The difference between two versions, record by record.

Records are identified by the ids that people give them. A change in any other row counts as a change of the
record to which the row belongs (row_owners.py), and is not reported where the owner of the row was added or
removed. A quote is reported where another row refers to it.
"""

from collections.abc import Iterator
from graphlib import TopologicalSorter

from pipeline.contract import Field, Row, Table, Value
from pipeline.row_store import natural_key
from versions.changes import WEIGHTS, Change
from versions.contract_diff import compare_contracts
from versions.dataset_version import Version
from versions.row_matching import QUOTES, CurrentIds, match_rows
from versions.row_owners import Owner, has_given_ids, list_owners

HISTORY_TABLES = ("redirects", "changes")
"""Tables about changes; changes in them are not reported."""


def compare_versions(old: Version, new: Version) -> list[Change]:
    """Return the changes, the weightiest first, then in the order of tables and ids."""
    changes = [*compare_contracts(old.contract, new.contract), *_RowComparison(old, new).changes()]
    kinds, tables = list(WEIGHTS), [*old.contract.tables, *new.contract.tables]
    positions = {name: tables.index(name) for name in tables}
    return sorted(changes, key=lambda change: _sort_key(change, kinds, positions))


def read_successors(version: Version) -> dict[Value, Value]:
    """Return, for every retired id, the id of the record that replaces it, or None."""
    return {row["id"]: row["to_id"] for row in version.tables.get("redirects", {}).values()}


def _sort_key(change: Change, kinds: list[str], positions: dict[str, int]) -> tuple[object, ...]:
    position = positions.get(change.table_name, len(positions))  # views come last
    return kinds.index(change.change), position, natural_key(change.row_id)


class _RowComparison:
    """Compares the rows of two versions."""

    def __init__(self, old: Version, new: Version) -> None:
        self._old, self._new = old, new
        gone = read_successors(new).items()
        self._successors: dict[Value, Value] = {name: to for name, to in gone if to is not None}
        self._current_ids = CurrentIds(self._successors)
        self._shared_tables = [
            table
            for name, table in new.contract.tables.items()
            if table.path and name in old.tables and name not in HISTORY_TABLES
        ]
        self._removed: set[Owner] = set()
        self._added: set[Owner] = set()

    def changes(self) -> Iterator[Change]:
        """Yield the changes of records, then those of the rows that belong to them."""
        for table in self._shared_tables:
            if has_given_ids(table):
                yield from self._compare_records(table)
        for table in self._order_detail_tables():
            yield from self._compare_rows(table)

    def _order_detail_tables(self) -> Iterator[Table]:
        """Yield the tables whose rows belong to records, each after those it refers to."""
        details = {table.name: table for table in self._shared_tables if not has_given_ids(table)}
        graph = {
            name: {c.references for c in table.fields.values() if c.references in details} - {name}
            for name, table in details.items()
        }
        yield from (details[name] for name in TopologicalSorter(graph).static_order())

    def _compare_records(self, table: Table) -> Iterator[Change]:
        before, after = (
            {str(row["id"]): row for row in version.tables[table.name].values()}
            for version in (self._old, self._new)
        )
        for name in before.keys() - after.keys():
            self._removed.add(Owner(table.name, name))
            to = self._successors.get(name)
            yield Change("merged" if to else "withdrawn", table.name, name, new=to)
        for name in after.keys() - before.keys():
            self._added.add(Owner(table.name, name))
            yield Change("added", table.name, name)
        for name in before.keys() & after.keys():
            yield from self._compare_cells(table, before[name], after[name], Owner(table.name, name))

    def _compare_rows(self, table: Table) -> Iterator[Change]:
        matches = match_rows(table, self._old, self._new, self._current_ids)
        for kind, pairs in (("re-anchored", matches.reanchored), (None, matches.changed)):
            for before, after in pairs:
                if record := self._find_record(self._new, table, after, self._added):
                    yield from self._compare_cells(table, before, after, record, kind)
        if table.name != QUOTES:
            yield from self._report_removed(self._old.contract.tables[table.name], matches.removed)
            yield from self._report_added(table, matches.added)

    def _report_removed(self, table: Table, rows: list[Row]) -> Iterator[Change]:
        for row in rows:
            if record := self._find_record(self._old, table, row, self._removed):
                yield Change("corrected", *record, table.name, _identify_row(table, row))
            self._removed.add(Owner(table.name, str(row.get("id"))))

    def _report_added(self, table: Table, rows: list[Row]) -> Iterator[Change]:
        for row in rows:
            if record := self._find_record(self._new, table, row, self._added):
                yield Change("extended", *record, table.name, _identify_row(table, row))
            self._added.add(Owner(table.name, str(row.get("id"))))

    def _find_record(self, version: Version, table: Table, row: Row, unreported: set[Owner]) -> Owner | None:
        """Return the record to which a row belongs; None if any of the row's owners is unreported."""
        owners = list(list_owners(version, table, row)) or [Owner(table.name, str(_identify_row(table, row)))]
        return None if unreported.intersection(owners) else owners[-1]

    def _compare_cells(
        self, table: Table, before: Row, after: Row, record: Owner, kind: str | None = None
    ) -> Iterator[Change]:
        """Yield a change for each cell that differs, except for ids and columns that the build makes."""
        change = Change("corrected", *record)
        if table.name != record.table:
            change = change._replace(detail=table.name, detail_id=_identify_row(table, after))
        for name, column in table.fields.items():
            derived = column.from_view or (name == "id" and not column.references)
            if (
                derived
                or name not in before
                or self._current_ids.translate(column, before[name]) == after[name]
            ):
                continue
            actual_kind = kind or ("reworded" if _is_searched(table, column) else "corrected")
            yield change._replace(change=actual_kind, column_name=name, old=before[name], new=after[name])


def _is_searched(table: Table, column: Field) -> bool:
    return column.name == table.label_field or column.name in table.search_fields


def _identify_row(table: Table, row: Row) -> Value:
    """Return the id of a row; for a row without one, the rest of its primary key."""
    return row.get("id") or " ".join(str(row[name]) for name in table.primary_key[1:])
