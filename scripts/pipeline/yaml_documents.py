"""Reads YAML files strictly, and finds the line of each value.

ryaml reads fast and keeps dates as strings, but gives no lines. A line is looked up only for a problem, by
composing that file once more with PyYAML. What does not belong here: which keys and values are right
(entry_rules.py).
"""

from collections.abc import Iterator
from functools import cached_property
from json import dumps
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from ryaml import InvalidYamlError, loads  # type: ignore[attr-defined]  # (they are in its stub)

from pipeline.problems import Problems

KeyPath = tuple[str | int, ...]
Key = TypeVar("Key")


class Document:
    """A YAML file, read on first use."""

    def __init__(self, path: Path, problems: Problems) -> None:
        self.path = path
        self.problems = problems

    @cached_property
    def source(self) -> str | None:
        """The text of the file; None where it is not UTF-8 (the problem is noted)."""
        return read_utf8(self.path, self.problems)

    @cached_property
    def tree(self) -> Any:
        """The content, None where it could not be read (the problem is noted)."""
        return None if self.source is None else self._load(self.source)

    @property
    def root(self) -> "Entry":
        """The whole document as an entry."""
        return Entry(self, (), self.tree)

    def line(self, keys: KeyPath) -> int:
        """Return the line (from 1) of the value under `keys`; of its nearest parent, if it is missing."""
        node, line = self._nodes, 1
        for key in keys:
            child = _find_child(node, key)
            if child is None:
                break
            line, node = child
        return line

    def find_cut_words(self, keys: KeyPath) -> Iterator[tuple[int, str]]:
        """Yield the line of each value of a mapping in braces that a comma cuts, and the words it had."""
        node = self._nodes
        for key in keys:
            _, node = _find_child(node, key) or (0, node)
        yield from _find_cut_words(node, self.source or "")

    def _load(self, source: str) -> Any:
        try:
            tree = loads(source)
        except InvalidYamlError as error:
            for line, what in self._explain_syntax_error(str(error)):
                self.problems.add(self.path, line, what, unreadable=True)
            return None
        if tree is None:
            self.problems.add(self.path, 1, "the file is empty; write its entries, or remove the file")
        return tree

    def _explain_syntax_error(self, message: str) -> Iterator[tuple[int, str]]:
        """Yield the line and the explanation of each key that stands twice, else of the message."""
        import yaml  # noqa: PLC0415  (slow to import, needed only for problems)

        try:
            repeated = list(_find_repeated_keys(self._nodes))
        except yaml.YAMLError as error:
            mark = getattr(error, "problem_mark", None)
            yield (mark.line + 1 if mark else 1), f"this is not YAML: {message}"
            return
        cuts = dict(_find_all_cut_words(self._nodes, self.source or "")) if repeated else {}
        for key in repeated:
            line = key.start_mark.line + 1
            twice = f"the key {key.value!r} stands twice; keep one of the two"
            yield line, _explain_cut(cuts[line]) if line in cuts else twice
        if not repeated:
            yield 1, f"this is not YAML: {message}"

    @cached_property
    def _nodes(self) -> Any:
        import yaml  # noqa: PLC0415  (slow to import, needed only for problems)

        loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        return yaml.compose(self.source or "", Loader=loader)


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
        cuts = list(self.document.find_cut_words(self.keys))
        for line, words in cuts:
            self.document.problems.add(self.document.path, line, _explain_cut(words))
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

    def problem(self, what: str, *, unfinished: bool = False) -> None:
        """Note a problem at this entry's line."""
        document = self.document
        document.problems.add(document.path, document.line(self.keys), what, unfinished=unfinished)


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


def read_utf8(path: Path, problems: Problems) -> str | None:
    """Return the text of a file, unchanged; None, with the problem noted, if it is not UTF-8."""
    content = path.read_bytes()
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        byte = content[error.start]
        problems.add(path, line, f"this is not UTF-8 (byte {byte:#04x}); save the file as UTF-8")
        return None


def _write_sorted(value: Any) -> str:
    """Return a value as text, the same for the same keys in any order."""
    return dumps(value, sort_keys=True, default=str, skipkeys=True)


def _find_child(node: Any, key: str | int) -> tuple[int, Any] | None:
    """Return the line and the node of an item of a mapping or sequence; None if there is no such item."""
    if node.id == "sequence" and isinstance(key, int) and key < len(node.value):
        return node.value[key].start_mark.line + 1, node.value[key]
    pairs = node.value if node.id == "mapping" else []
    return next(
        (((name.start_mark.line + 1), value) for name, value in pairs if name.value == str(key)), None
    )


def _find_cut_words(node: Any, source: str) -> Iterator[tuple[int, str]]:
    """Yield line and words where, in a mapping in braces, a key without a colon follows a value."""
    before: Any = None
    pairs = node.value if node.id == "mapping" else []
    for place, (key, value) in enumerate(pairs):
        if not _is_cut(key, source):
            before = value
        elif before and not (pairs[place + 1 :] and _is_cut(pairs[place + 1][0], source)):
            yield key.start_mark.line + 1, source[before.start_mark.index : key.end_mark.index]


def _find_all_cut_words(node: Any, source: str) -> Iterator[tuple[int, str]]:
    """Yield the same of a node and all nodes in it."""
    if node.id == "scalar":
        return
    yield from _find_cut_words(node, source)
    children = node.value if node.id == "sequence" else [value for _, value in node.value]
    for child in children:
        yield from _find_all_cut_words(child, source)


def _is_cut(key: Any, source: str) -> bool:
    return not source[key.end_mark.index :].lstrip().startswith(":")


def _explain_cut(words: str) -> str:
    return f'the comma in {words!r} ends the words; put all of them into quotation marks: "{words}"'


def _find_repeated_keys(node: Any) -> Iterator[Any]:
    """Yield the key nodes that repeat a key of the same mapping."""
    if node is None or node.id == "scalar":
        return
    if node.id == "sequence":
        for item in node.value:
            yield from _find_repeated_keys(item)
        return
    seen: set[str] = set()
    for name, value in node.value:
        if name.value in seen:
            yield name
        seen.add(str(name.value))
        yield from _find_repeated_keys(value)
