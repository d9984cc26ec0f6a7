"""Wording: a change as a sentence for readers; all changes as a report, and as an entry of the changelog."""

import textwrap
from collections.abc import Sequence
from itertools import groupby

from pipeline.contract import Row, Table, Value
from versions.changes import Change, Told
from versions.load_version import Version
from versions.match_rows import QUOTES
from versions.row_diff import compare

QUOTED = 100
"""Characters to which quoted words are shortened."""

PAGE = 120
"""Characters in a line of the changelog."""

GONE = ("withdrawn", "redefined", "merged")
"""Changes that the changelog tells one by one."""


def tell(old: Version, new: Version) -> list[Told]:
    """Return what changed from one version to another, each change with its sentence."""
    wording = Wording(old, new)
    return [(change, wording.sentence(change)) for change in compare(old, new)]


class Wording:
    """Says in words what changed from one version to another."""

    def __init__(self, old: Version, new: Version) -> None:
        self._old, self._new = old, new
        self._reasons = {row["id"]: row["reason"] for row in new.tables.get("redirects", {}).values()}

    def sentence(self, change: Change) -> str:
        """Return a change as a sentence."""
        sort = change.change.capitalize()
        if change.row_id is None:
            return f"{sort}: {self._structure(change)}."
        record = f"{sort} in {change.table_name}: {change.row_id}"
        if change.column_name is None and change.detail is None:
            return f"{record}, {self._ending(change)}"
        return _ended(f"{record}, {self._part(change)}")

    def _structure(self, change: Change) -> str:
        table, column = change.table_name, change.column_name
        instead = f", {change.new} instead of {change.old}" if change.old and change.new else ""
        if column is None:
            declared = {**self._old.contract.tables, **self._new.contract.tables}
            return f"the {'table' if table in declared else 'view'} {table}{instead}"
        if change.change == "corrected":
            return f"the description of the column {table}.{column}"
        value = change.old or change.new
        if value and not instead:
            return f"the value {value} of {table}.{column}"
        return f"the column {table}.{column}{instead}"

    def _ending(self, change: Change) -> str:
        """Say what came, or what is gone, what became of it, and why."""
        if change.change == "added":
            return _ended(self._label(self._new, change.table_name, change.row_id))
        label = self._label(self._old, change.table_name, change.row_id)
        now = f", is now {change.new}" if change.new else ""
        return " ".join(filter(None, [_ended(label + now), str(self._reasons.get(change.row_id) or "")]))

    def _part(self, change: Change) -> str:
        """Say what changed on a record: a cell of its own, or a row that belongs to it, or a cell of that."""
        if change.column_name is None:
            gone = change.change == "corrected"
            row = self._row(self._old if gone else self._new, change)
            return f"{'without' if gone else 'with'} {row} in {change.detail}"
        if change.change == "re-anchored":
            new, old = self._quote(self._new, change.new), self._quote(self._old, change.old)
            return f"{change.detail}.{change.column_name}: {new} instead of {old}"
        column = change.column_name
        if change.detail and change.detail_id != change.row_id:
            column = f"{change.detail}.{column} of {self._row(self._new, change)}"
        return f"{column}: {_cell(change.new)} instead of {_cell(change.old)}"

    def _row(self, version: Version, change: Change) -> str:
        """Name the row that belongs to a record: by its label or its words, and its id."""
        table, name = version.contract.tables[str(change.detail)], change.detail_id
        if "id" in table.fields:
            row = version.tables[table.name][(name,)]
            words = _label(table, row) or self._resting_on(version, table, row)
        else:
            words = self._words(version, name)
        return f"{_quoted(words)} ({name})" if words else str(name)

    def _resting_on(self, version: Version, table: Table, row: Row) -> str | None:
        """Return the words of the first quote of a row."""
        quotes = (row[column.name] for column in table.fields.values() if column.references == QUOTES)
        return next((self._words(version, quote) for quote in quotes if quote is not None), None)

    def _label(self, version: Version, table: str, name: Value) -> str:
        label = _label(version.contract.tables[table], version.tables[table][(name,)])
        return _quoted(label) if label else "unnamed"

    def _quote(self, version: Version, quote: Value) -> str:
        return f"{_quoted(self._words(version, quote))} ({quote})"

    def _words(self, version: Version, quote: Value) -> str | None:
        row = version.tables.get(QUOTES, {}).get((quote,))
        return str(row["exact"]) if row else None


def report(sentences: Sequence[str], width: int) -> str:
    """Return the sentences as a list for a terminal of so many characters."""
    return "\n".join(_item(sentence, width) for sentence in sentences)


def entry(changes: Sequence[Told]) -> str:
    """Return the changelog's entry: what is gone in a sentence each, all else by sort and table."""
    lines = [sentence for change, sentence in changes if change.change in GONE or change.row_id is None]
    others = [change for change, _ in changes if change.change not in GONE and change.row_id is not None]
    for (sort, table), group in groupby(others, lambda change: (change.change, change.table_name)):
        ids = list(dict.fromkeys(f"`{change.row_id}`" for change in group))
        lines.append(f"{sort.capitalize()} in {table} ({len(ids)}): {', '.join(ids)}.")
    return "\n".join(_item(line, PAGE) for line in lines or ["Nothing changed in the data."])


def _item(sentence: str, width: int) -> str:
    return textwrap.fill(sentence, width, initial_indent="- ", subsequent_indent="  ", break_on_hyphens=False)


def _label(table: Table, row: Row) -> str | None:
    label = row[table.label_field] if table.label_field else None
    return None if label is None or label == row.get("id") else str(label)


def _cell(value: Value) -> str:
    return "nothing" if value is None else f"“{value}”"


def _quoted(words: str | None) -> str:
    return f"“{textwrap.shorten(words or '', QUOTED, placeholder=' …')}”"


def _ended(sentence: str) -> str:
    """Return a sentence with a full stop, unless the words it ends with bring one."""
    return sentence if sentence.endswith((".", ".”")) else f"{sentence}."
