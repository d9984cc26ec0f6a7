"""DDL: the SQL that creates the contract's tables, and the indexes on their foreign keys."""

from collections.abc import Iterator

from pipeline.contract import Field, Table

TYPES = {"string": "TEXT", "date": "TEXT", "integer": "INTEGER", "number": "REAL"}


def create_table(table: Table) -> str:
    """Return the CREATE TABLE statement: strict types, and every constraint that SQLite can check."""
    parts = [
        *(_column(column) for column in table.fields.values()),
        f"PRIMARY KEY ({_names(table.primary_key)})",
        *_foreign_keys(table),
        *(f"CHECK ({check})" for check in _table_checks(table)),
    ]
    lines = ",\n  ".join(parts)
    return f"CREATE TABLE {quoted(table.name)} (\n  {lines}\n) STRICT"


def create_indexes(table: Table) -> Iterator[str]:
    """Yield a CREATE INDEX statement for each foreign key that does not already lead the primary key."""
    for column in table.fields.values():
        if column.references and column.name != table.primary_key[0]:
            name = quoted(f"{table.name}_{column.name}")
            yield f"CREATE INDEX {name} ON {quoted(table.name)} ({quoted(column.name)})"


def quoted(name: str) -> str:
    """Return a name as an SQL identifier."""
    return '"' + name.replace('"', '""') + '"'


def _column(column: Field) -> str:
    checks = "".join(f" CHECK ({check})" for check in _column_checks(column))
    needed = " NOT NULL" if column.required else ""
    return f"{quoted(column.name)} {TYPES[column.type]}{needed}{checks}"


def _column_checks(column: Field) -> Iterator[str]:
    name = quoted(column.name)
    if column.enum:
        yield f"{name} IN ({_literals(column.enum)})"
    if column.minimum is not None:
        yield f"{name} >= {column.minimum}"
    if column.type == "date":
        yield f"{name} IS date({name}, '+0 days')"  # a modifier makes date() count: 02-30 becomes 03-02


def _table_checks(table: Table) -> Iterator[str]:
    for group in table.exactly_one:
        yield " + ".join(f"({quoted(name)} IS NOT NULL)" for name in group) + " = 1"
    for column in table.fields.values():
        for other, values in column.values_with.items():
            yield f"{quoted(other)} IS NULL OR {quoted(column.name)} IN ({_literals(values)})"
    if {"start_char", "end_char"} <= table.fields.keys():
        yield '"start_char" < "end_char"'


def _foreign_keys(table: Table) -> Iterator[str]:
    for column in table.fields.values():
        if column.references and column.target:
            target = f"{quoted(column.references)} ({quoted(column.target)})"
            yield f"FOREIGN KEY ({quoted(column.name)}) REFERENCES {target}"


def _names(names: tuple[str, ...]) -> str:
    return ", ".join(quoted(name) for name in names)


def _literals(values: tuple[str, ...]) -> str:
    return ", ".join("'" + value.replace("'", "''") + "'" for value in values)
