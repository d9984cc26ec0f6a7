"""The difference between two contracts: tables, views, columns, allowed values, rules on a column."""

from collections.abc import Iterator, Mapping, Sequence

from pipeline.contract import Contract, Field, Table
from versions.changes import Change

RULES = ("type", "required", "references", "target")
DESCRIPTIVE = ("description", "meanings", "empty")


def compare_contracts(old: Contract, new: Contract) -> Iterator[Change]:
    """Yield the changes from one contract to the other."""
    before, after = ({**contract.tables, **_index_views(contract)} for contract in (old, new))
    yield from (Change(kind, name) for kind, name in _compare_names(before, after))
    for name, table in new.tables.items():
        if name in old.tables:
            yield from _compare_tables(old.tables[name], table)


def _index_views(contract: Contract) -> dict[str, object]:
    return {view.name: view for view in contract.views}


def _compare_names(old: Mapping[str, object], new: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    yield from (("withdrawn", name) for name in old if name not in new)
    yield from (("added", name) for name in new if name not in old)


def _compare_tables(old: Table, new: Table) -> Iterator[Change]:
    if old.primary_key != new.primary_key:
        before, after = (", ".join(table.primary_key) for table in (old, new))
        yield Change("redefined", new.name, old=before, new=after)
    for kind, name in _compare_names(old.fields, new.fields):
        yield Change(kind, new.name, column_name=name)
    for name, column in new.fields.items():
        if name in old.fields:
            yield from _compare_columns(new.name, old.fields[name], column)


def _compare_columns(table: str, old: Field, new: Field) -> Iterator[Change]:
    column = Change("redefined", table, column_name=new.name)
    if rules := [rule for rule in RULES if getattr(old, rule) != getattr(new, rule)]:
        before, after = (
            ", ".join(f"{rule} {getattr(field, rule)}" for rule in rules) for field in (old, new)
        )
        yield column._replace(old=before, new=after)
    if bool(old.enum) != bool(new.enum):
        before, after = (", ".join(field.enum) or "any value" for field in (old, new))
        yield column._replace(change="redefined" if new.enum else "added", old=before, new=after)
    else:
        yield from _compare_values(column, old.enum, new.enum)
    if any(_differ(getattr(old, part), getattr(new, part)) for part in DESCRIPTIVE):
        yield column._replace(change="corrected")


def _compare_values(column: Change, old: Sequence[str], new: Sequence[str]) -> Iterator[Change]:
    for value in old:
        if value not in new:
            yield column._replace(change="withdrawn", old=value)
    for value in new:
        if value not in old:
            yield column._replace(change="added", new=value)


def _differ(old: object, new: object) -> bool:
    """Return whether two descriptions differ; of the meanings of values, only those in both count."""
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        return any(old[value] != new[value] for value in old.keys() & new.keys())
    return old != new
