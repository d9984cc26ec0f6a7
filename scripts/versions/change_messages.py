"""Changes in words: each as a sentence, all of them as a report or as an entry of the changelog."""

import textwrap
from collections.abc import Sequence
from itertools import groupby

from pipeline.contract import Row, Table, Value
from versions.changes import Change, DescribedChange
from versions.dataset_version import Version
from versions.row_diff import compare_versions
from versions.row_matching import QUOTES

MAX_QUOTED_LENGTH = 100
"""Characters to which quoted words are shortened."""

CHANGELOG_WIDTH = 120
"""Characters in a line of the changelog."""

ITEMIZED = ("withdrawn", "redefined", "merged")
"""The kinds of change to which the changelog gives a sentence each."""


def describe_changes(old: Version, new: Version) -> list[DescribedChange]:
    """Return what changed from one version to another, each change with the sentence that describes it."""
    sentences = ChangeSentences(old, new)
    return [(change, sentences.describe(change)) for change in compare_versions(old, new)]


class ChangeSentences:
    """Writes the sentences that describe what changed from one version to another."""

    def __init__(self, old: Version, new: Version) -> None:
        self._old, self._new = old, new
        self._reasons = {row["id"]: row["reason"] for row in new.tables.get("redirects", {}).values()}

    def describe(self, change: Change) -> str:
        """Return a change as a sentence."""
        kind = change.change.capitalize()
        if change.row_id is None:
            return f"{kind}: {self._describe_declaration(change)}."
        record = f"{kind} in {change.table_name}: {change.row_id}"
        if change.column_name is None and change.detail is None:
            return f"{record}, {self._describe_record(change)}"
        return _end_sentence(f"{record}, {self._describe_part(change)}")

    def _describe_declaration(self, change: Change) -> str:
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

    def _describe_record(self, change: Change) -> str:
        """Return the label of a record that was added or is gone, what replaces it, and the reason."""
        if change.change == "added":
            return _end_sentence(self._quote_label(self._new, change.table_name, change.row_id))
        label = self._quote_label(self._old, change.table_name, change.row_id)
        now = f", is now {change.new}" if change.new else ""
        return " ".join(
            filter(None, [_end_sentence(label + now), str(self._reasons.get(change.row_id) or "")])
        )

    def _describe_part(self, change: Change) -> str:
        """Return what changed in a record: a cell, a row that belongs to it, or a cell of such a row."""
        if change.column_name is None:
            removed = change.change == "corrected"
            row = self._name_row(self._old if removed else self._new, change)
            return f"{'without' if removed else 'with'} {row} in {change.detail}"
        if change.change == "re-anchored":
            new, old = self._name_quote(self._new, change.new), self._name_quote(self._old, change.old)
            return f"{change.detail}.{change.column_name}: {new} instead of {old}"
        column = change.column_name
        if change.detail and change.detail_id != change.row_id:
            column = f"{change.detail}.{column} of {self._name_row(self._new, change)}"
        return f"{column}: {_show_cell(change.new)} instead of {_show_cell(change.old)}"

    def _name_row(self, version: Version, change: Change) -> str:
        """Return how to name a row that belongs to a record: by its label or its quoted words, and its id."""
        table, name = version.contract.tables[str(change.detail)], change.detail_id
        if "id" in table.fields:
            row = version.tables[table.name][(name,)]
            words = _read_label(table, row) or self._find_quoted_words(version, table, row)
        else:
            words = self._read_quote(version, name)
        return f"{_shorten_quote(words)} ({name})" if words else str(name)

    def _find_quoted_words(self, version: Version, table: Table, row: Row) -> str | None:
        """Return the words of the first quote of a row."""
        quotes = (row[column.name] for column in table.fields.values() if column.references == QUOTES)
        return next((self._read_quote(version, quote) for quote in quotes if quote is not None), None)

    def _quote_label(self, version: Version, table: str, name: Value) -> str:
        label = _read_label(version.contract.tables[table], version.tables[table][(name,)])
        return _shorten_quote(label) if label else "unnamed"

    def _name_quote(self, version: Version, quote: Value) -> str:
        return f"{_shorten_quote(self._read_quote(version, quote))} ({quote})"

    def _read_quote(self, version: Version, quote: Value) -> str | None:
        row = version.tables.get(QUOTES, {}).get((quote,))
        return str(row["exact"]) if row else None


def format_report(sentences: Sequence[str], width: int) -> str:
    """Return the sentences as a list, wrapped at `width` characters."""
    return "\n".join(_wrap_item(sentence, width) for sentence in sentences)


def format_changelog_entry(changes: Sequence[DescribedChange]) -> str:
    """Return the entry of the changelog: itemized changes in a sentence each, others by kind and table."""
    lines = [sentence for change, sentence in changes if change.change in ITEMIZED or change.row_id is None]
    others = [change for change, _ in changes if change.change not in ITEMIZED and change.row_id is not None]
    for (kind, table), group in groupby(others, lambda change: (change.change, change.table_name)):
        ids = list(dict.fromkeys(f"`{change.row_id}`" for change in group))
        lines.append(f"{kind.capitalize()} in {table} ({len(ids)}): {', '.join(ids)}.")
    return "\n".join(_wrap_item(line, CHANGELOG_WIDTH) for line in lines or ["Nothing changed in the data."])


def _wrap_item(sentence: str, width: int) -> str:
    return textwrap.fill(sentence, width, initial_indent="- ", subsequent_indent="  ", break_on_hyphens=False)


def _read_label(table: Table, row: Row) -> str | None:
    label = row[table.label_field] if table.label_field else None
    return None if label is None or label == row.get("id") else str(label)


def _show_cell(value: Value) -> str:
    return "nothing" if value is None else f"“{value}”"


def _shorten_quote(words: str | None) -> str:
    return f"“{textwrap.shorten(words or '', MAX_QUOTED_LENGTH, placeholder=' …')}”"


def _end_sentence(sentence: str) -> str:
    """Return a sentence with a full stop, unless it ends with one."""
    return sentence if sentence.endswith((".", ".”")) else f"{sentence}."
