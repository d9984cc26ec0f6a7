"""The generated part of docs/codebook.md, the data dictionary: every table and column of the contract."""

from collections.abc import Iterator
from pathlib import Path

from generated_docs.markdown_table import format_table
from pipeline.contract import Field, Table, read_contract


def format_dictionary(package: Path) -> str:
    """Return, from the contract's file, a section for each table, then the list of the database's views."""
    contract = read_contract(package)
    sections = [_format_table_section(declared) for declared in contract.tables.values()]
    views = [(f"`{view.name}`", view.description) for view in contract.views]
    return "\n\n".join([*sections, "### Views", format_table(("view", "what it shows"), views)])


def _format_table_section(declared: Table) -> str:
    columns = [
        (f"`{field.name}`", _format_type(field), _format_meaning(field)) for field in declared.fields.values()
    ]
    table = format_table(("column", "type", "what it holds"), columns)
    rows = f"<details><summary>Its {len(columns)} columns</summary>\n\n{table}\n\n</details>"
    return "\n\n".join([f"### {declared.name}", declared.description, *_list_rules(declared), rows])


def _list_rules(declared: Table) -> Iterator[str]:
    key = ", ".join(f"`{name}`" for name in declared.primary_key)
    where = f"`{declared.path}`" if declared.path else "in the database only"
    yield f"Key: {key}. File: {where}."
    for group in declared.exactly_one:
        yield f"Exactly one of {', '.join(f'`{name}`' for name in group)} is filled."


def _format_type(field: Field) -> str:
    reference = f" → `{field.references}.{field.target}`" if field.references else ""
    return f"{field.type}{'' if field.required else ', may be empty'}{reference}"


def _format_meaning(field: Field) -> str:
    values = [f"`{value}`: {meaning}" for value, meaning in field.meanings.items()]
    parts = [field.description, *(["; ".join(values) + "."] if values else [])]
    parts += [f"Empty: {field.empty}."] if field.empty else []
    parts += [f"Left out of a coding: `{field.default}`."] if field.default else []
    return " ".join(parts)
