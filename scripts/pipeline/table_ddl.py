"""The CREATE TABLE statements of the contract's tables; sqlite-utils cannot write CHECK constraints."""

from collections.abc import Iterator

from pipeline.contract import Field, Table

TYPES = {"string": "TEXT", "date": "TEXT", "integer": "INTEGER", "number": "REAL"}


def create_table(table: Table) -> str:
    """Return the CREATE TABLE statement: strict types, and every constraint that SQLite can check."""
    parts = [
        *(_declare_column(column) for column in table.fields.values()),
        f"PRIMARY KEY ({_join_names(table.primary_key)})",
        *_declare_foreign_keys(table),
        *(f"CHECK ({check})" for check in _list_table_checks(table)),
    ]
    lines = ",\n  ".join(parts)
    return f"CREATE TABLE {quote_identifier(table.name)} (\n  {lines}\n) STRICT"


def quote_identifier(name: str) -> str:
    """Return a name as an SQL identifier."""
    return '"' + name.replace('"', '""') + '"'


def _declare_column(column: Field) -> str:
    checks = "".join(f" CHECK ({check})" for check in _list_column_checks(column))
    needed = " NOT NULL" if column.required else ""
    return f"{quote_identifier(column.name)} {TYPES[column.type]}{needed}{checks}"


def _list_column_checks(column: Field) -> Iterator[str]:
    name = quote_identifier(column.name)
    if column.enum:
        yield f"{name} IN ({_join_literals(column.enum)})"
    if column.minimum is not None:
        yield f"{name} >= {column.minimum}"
    if column.type == "date":
        yield f"{name} IS date({name}, '+0 days')"  # a modifier makes date() count: 02-30 becomes 03-02


def _list_table_checks(table: Table) -> Iterator[str]:
    for group in table.exactly_one:
        yield " + ".join(f"({quote_identifier(name)} IS NOT NULL)" for name in group) + " = 1"
    for column in table.fields.values():
        for other, values in column.values_with.items():
            allowed = f"{quote_identifier(column.name)} IN ({_join_literals(values)})"
            yield f"{quote_identifier(other)} IS NULL OR {allowed}"
    if {"start_char", "end_char"} <= table.fields.keys():
        yield '"start_char" < "end_char"'


def _declare_foreign_keys(table: Table) -> Iterator[str]:
    for column in table.fields.values():
        if column.references and column.target:
            target = f"{quote_identifier(column.references)} ({quote_identifier(column.target)})"
            yield f"FOREIGN KEY ({quote_identifier(column.name)}) REFERENCES {target}"


def _join_names(names: tuple[str, ...]) -> str:
    return ", ".join(quote_identifier(name) for name in names)


def _join_literals(values: tuple[str, ...]) -> str:
    return ", ".join("'" + value.replace("'", "''") + "'" for value in values)
