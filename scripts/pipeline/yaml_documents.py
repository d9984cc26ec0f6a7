"""Reads YAML files strictly, and finds the line of each value.

ryaml reads fast and keeps dates as strings, but gives no lines. A line is looked up only for a problem, by
composing that file once more with PyYAML. What does not belong here: which keys and values are right
(entry_rules.py).
"""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from json import dumps
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from ryaml import loads  # type: ignore[attr-defined]  # (it is in its stub)

from istanbul_talks.text.characters import describe_unfit, find_unfit
from pipeline.problems import Problems
from pipeline.seed_files import read_utf8
from pipeline.yaml_limits import SUSPECT, TOO_DEEP, Fault, find_deepest

if TYPE_CHECKING:
    from pipeline.yaml_nodes import Composed

ESCAPE = re.compile(r'\\[^"/ nt\n]')
"""The beginning of an escape, but for those of what any text may hold."""

KeyPath = tuple[str | int, ...]
Key = TypeVar("Key")


class Document:
    """A YAML file, read on first use."""

    def __init__(self, path: Path, problems: Problems) -> None:
        self.path = path
        self.problems = problems

    @cached_property
    def source(self) -> str | None:
        """The text of the file; None where it cannot be read (that is noted)."""
        content = read_utf8(self.path, self.problems)
        return content and content.lstrip("\ufeff")  # several programs may each have put a mark before it

    @cached_property
    def tree(self) -> Any:
        """The content, None where it could not be read (the problem is noted)."""
        tree = None if self.source is None else self._load(self.source)
        if _may_hold_unfit(self.source or ""):
            self._report_characters(tree)
        return tree

    @property
    def root(self) -> "Entry":
        """The whole document as an entry."""
        return Entry(self, (), self.tree)

    def line(self, keys: KeyPath) -> int:
        """Return the line (from 1) of the value under `keys`; of its nearest parent, if it is missing."""
        return self._find(keys)[0] if keys else 1

    def list_cut_words(self, keys: KeyPath) -> list[Fault]:
        """Return the line of each value of a mapping in braces that a comma cuts, and what to write."""
        from pipeline.yaml_nodes import find_cut_words  # noqa: PLC0415  (slow to import)

        return list(find_cut_words(self._find(keys)[1], self.source or ""))

    def _find(self, keys: KeyPath) -> tuple[int, Any]:
        from pipeline.yaml_nodes import find_child  # noqa: PLC0415  (slow to import)

        found = 1, self._composed.root
        for key in keys:
            child = find_child(found[1], key)
            if child is None:
                break
            found = child
        return found

    def _report_characters(self, tree: Any) -> None:
        """Note each text that holds what none may, be it written as an escape."""
        for keys, text in _list_texts(tree, ()):
            for sign in dict.fromkeys(match[0] for match in find_unfit(text)):
                what = f"this holds {describe_unfit(sign)}, which no text may hold; take it out"
                self.problems.add(self.path, self.line(keys), what)

    def _load(self, source: str) -> Any:
        if deepest := find_deepest(source):
            return self._refuse([(deepest, TOO_DEEP)])
        try:
            tree = loads(source)
        except ValueError as error:
            return self._refuse(self._composed.faults or [_explain_message(str(error))])
        if SUSPECT.search(source) and self._composed.faults:
            return self._refuse(self._composed.faults)
        if tree is None:
            return self._refuse([(1, "the file is empty; write its entries, or remove the file")])
        return tree

    def _refuse(self, faults: Iterable[Fault]) -> None:
        for line, what in faults:
            self.problems.add(self.path, line, what, unreadable=True)

    @cached_property
    def _composed(self) -> "Composed":
        from pipeline.yaml_nodes import compose  # noqa: PLC0415  (slow to import, needed only for problems)

        return compose(self.source or "")


class Entry:
    """A value of a document. Items of mappings and lists are entries too, each with its line."""

    __slots__ = ("document", "keys", "value")

    def __init__(self, document: Document, keys: KeyPath, value: Any) -> None:
        self.document = document
        self.keys = keys
        self.value = value

    def __contains__(self, key: str) -> bool:
        return isinstance(self.value, dict) and key in self.value

    def __getitem__(self, key: str | int) -> "Entry":
        return Entry(self.document, (*self.keys, key), self.value[key])

    def get(self, key: str) -> "Entry | None":
        """Return the entry under `key`, or None."""
        return self[key] if key in self else None  # noqa: SIM401  (this is `get`)

    def report_cut_words(self) -> bool:
        """Note a problem at each value that a comma cuts ({text: 6,000 men}); say whether there is one."""
        if not isinstance(self.value, dict) or None not in self.value.values():
            return False
        cuts = self.document.list_cut_words(self.keys)
        for line, what in cuts:
            self.document.problems.add(self.document.path, line, what)
        return bool(cuts)

    def items(self) -> list["Entry"]:
        """Return the items of a list, or the value itself as the only one."""
        if not isinstance(self.value, list):
            return [self]
        return [self[number] for number in range(len(self.value))]

    def items_under(self, key: str) -> list["Entry"]:
        """Return the items of the list under `key`; none if there is no such key."""
        return self[key].items() if key in self else []

    def distinct_items(self) -> list["Entry"]:
        """Return the items of a list, each once; note a problem at one that stands there already."""
        firsts: dict[str, Entry] = {}
        for item in self.items():
            first = firsts.setdefault(_write_sorted(item.value), item)
            if first is not item:
                what = repr(item.value) if isinstance(item.value, str) else "the same entry"
                item.problem(f"{what} stands at {first.location} already; keep one of the two")
        return list(firsts.values())

    @property
    def location(self) -> str:
        """The file and line on which the entry begins."""
        return f"{self.document.path}:{self.document.line(self.keys)}"

    def picklable(self) -> "PicklableEntry":
        """Return the entry in a form that can be sent to another process."""
        return PicklableEntry(self.document.path, self.keys, self.value)

    def problem(self, what: str, **marks: bool) -> None:
        """Note a problem at this entry's line, with the marks that it has (problems.py)."""
        self.document.problems.add(self.document.path, self.document.line(self.keys), what, **marks)


class PicklableEntry(NamedTuple):
    """An entry without its document, so that it can be sent to another process."""

    path: Path
    keys: KeyPath
    value: Any

    def restore(self, problems: Problems) -> Entry:
        """Return the entry, which adds its problems to `problems`."""
        return Entry(Document(self.path, problems), self.keys, self.value)


def note_repeat(known: dict[Key, Entry], key: Key, entry: Entry, what: str) -> None:
    """Keep an entry under its key; note a problem if another one is there."""
    report_repeat(known.setdefault(key, entry), entry, what)


def report_repeat(first: Entry, entry: Entry, what: str) -> None:
    """Note that an entry says what the first one says; the very same is told on reading."""
    if first.value != entry.value:
        entry.problem(f"{what} at {first.location} already; make the two one")


def _write_sorted(value: Any) -> str:
    """Return a value as text, the same for the same keys in any order, if all of them are words."""
    try:
        return dumps(value, sort_keys=True)
    except TypeError:
        return repr(value)


def _explain_message(message: str) -> Fault:
    """Return what the parser says that a composer does not, mostly of numbers."""
    line = re.search(r"at line (\d+)", message)
    number = re.search(r"integer `(-?\d+)`", message)
    what = f"the number {number[1]} has more than 64 bits; put it into quotation marks" if number else message
    return int(line[1]) if line else 1, what if number else f"this is not YAML: {message}"


def _may_hold_unfit(source: str) -> bool:
    """Tell whether a text may hold what none may, be it written as an escape."""
    return any(find_unfit(source)) or bool(ESCAPE.search(source.replace(r"\\", "")))


def _list_texts(value: Any, keys: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    """Yield every text of a tree, keys too, with the way to it."""
    if isinstance(value, str):
        yield keys, value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _list_texts(key, (*keys, str(key)))
            yield from _list_texts(item, (*keys, key))
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from _list_texts(item, (*keys, number))
