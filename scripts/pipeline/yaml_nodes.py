"""Composes YAML into nodes that know their lines, and says what makes a file unreadable.

Anchors, aliases and tags are refused: no coding needs them, nine lines of aliases can stand for a billion
values, and a tag changes what the words mean. Importing this is slow; it is needed only for problems.
"""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import yaml
from yaml.composer import Composer, ComposerError

from pipeline.yaml_limits import MAX_DEPTH, TOO_DEEP, Fault

UNPRINTABLE = re.compile("[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
COLON = re.compile(r"\s*:")
BREAKS = str.maketrans("\x85\u2028\u2029", "   ")
"""What YAML counts as the end of a line, and an editor does not."""


class Composed(NamedTuple):
    """The root of a file's nodes, None where it could not be composed, and what is wrong."""

    root: Any
    faults: list[Fault]


def compose(source: str) -> Composed:
    """Return the nodes of a text, and each fault that makes it unreadable."""
    if faults := list(_find_unprintable(source)):
        return Composed(None, faults)
    reader = _NodeReader(source.translate(BREAKS))
    try:
        root = reader.get_single_node()
    except yaml.YAMLError as error:
        return Composed(None, [*reader.faults, _explain_error(error, source)])
    return Composed(root, reader.faults or list(_find_repeats(root, source)))


PARSING = ("check_event", "peek_event", "get_event", "resolve", "descend_resolver", "ascend_resolver")
"""What a composer asks of a parser."""


class _NodeReader(Composer):
    """Composes what a parser reads, and notes what is refused."""

    peek_event: Any
    get_event: Any

    def __init__(self, source: str) -> None:
        super().__init__()
        self.faults: list[Fault] = []
        self._depth = 0
        parser: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(source)
        for name in PARSING:
            setattr(self, name, getattr(parser, name))

    def compose_node(self, parent: Any, index: Any) -> Any:
        event: Any = self.peek_event()
        is_key = isinstance(parent, yaml.MappingNode) and index is None
        self.faults += [(event.start_mark.line + 1, what) for what in _list_refused(event, is_key=is_key)]
        if isinstance(event, yaml.AliasEvent):
            self.get_event()
            return yaml.ScalarNode("", "")
        if self._depth == MAX_DEPTH:
            raise yaml.MarkedYAMLError(problem=TOO_DEEP, problem_mark=event.start_mark)
        event.anchor, self._depth = None, self._depth + 1
        node = super().compose_node(parent, index)
        self._depth -= 1
        return node


def find_child(node: Any, key: str | int) -> tuple[int, Any] | None:
    """Return the line and the node of an item of a mapping or sequence; None if there is no such item."""
    if node is None:
        return None
    if node.id == "sequence" and isinstance(key, int) and key < len(node.value):
        return node.value[key].start_mark.line + 1, node.value[key]
    pairs = node.value if node.id == "mapping" else []
    return next(
        (((name.start_mark.line + 1), value) for name, value in pairs if name.value == str(key)), None
    )


def find_cut_words(node: Any, source: str) -> Iterator[Fault]:
    """Yield line and what to write where, in a mapping in braces, a key without a colon follows a value."""
    before: Any = None
    pairs = node.value if node is not None and node.id == "mapping" else []
    for place, (key, value) in enumerate(pairs):
        if not _is_cut(key, source):
            before = value
        elif before and not (pairs[place + 1 :] and _is_cut(pairs[place + 1][0], source)):
            words = source[before.start_mark.index : key.end_mark.index]
            what = f"the comma in {words!r} ends the words; put all of them into quotation marks"
            yield key.start_mark.line + 1, f'{what}: "{words}"'


def _is_cut(key: Any, source: str) -> bool:
    return not COLON.match(source, key.end_mark.index)


def _list_refused(event: Any, *, is_key: bool) -> Iterator[str]:
    """Yield what is refused of a value's beginning."""
    anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
    if isinstance(event, yaml.AliasEvent):
        yield f"aliases (*{anchor}) are not read; write the value itself, or words in quotation marks"
    elif anchor:
        yield f"anchors (&{anchor}) are not read; remove it, or put the words into quotation marks"
    if tag:
        name = tag.replace("tag:yaml.org,2002:", "!!")
        yield f"tags ({name}) are not read; remove it, or put the words into quotation marks"
    if is_key and not isinstance(event, yaml.ScalarEvent):
        yield "a key is words, not a list or a mapping; write one before the colon"


def _find_unprintable(source: str) -> Iterator[Fault]:
    for found in UNPRINTABLE.finditer(source):
        what = f"the character U+{ord(found[0]):04X} cannot stand in a YAML file; remove it"
        yield source.count("\n", 0, found.start()) + 1, what


def _explain_error(error: yaml.YAMLError, source: str) -> Fault:
    mark, problem = getattr(error, "problem_mark", None), str(getattr(error, "problem", error))
    line = min(mark.line, source.rstrip().count("\n")) + 1 if mark else 1
    if isinstance(error, ComposerError):
        return line, "a second document begins here; keep one in a file, without a line of dashes"
    if problem == TOO_DEEP:
        return line, problem
    if mark and "cannot start any token" in problem:
        begun = source[mark.index]
        return (
            line,
            f"{begun!r} begins no value; write spaces for a tab, or put the words into quotation marks",
        )
    return line, f"this is not YAML: {_describe_context(error, line)}{problem}"


def _describe_context(error: yaml.YAMLError, line: int) -> str:
    """Return in what, begun on an earlier line, an error was found."""
    begun: Any = getattr(error, "context_mark", None)
    earlier = begun and begun.line + 1 < line
    return f"{getattr(error, 'context', '')} begun in line {begun.line + 1}: " if earlier else ""


def _find_repeats(root: Any, source: str) -> Iterator[Fault]:
    """Yield each key that stands twice in a mapping; where a comma made a key of words, say that."""
    mappings = list(_list_mappings(root))
    repeated = [key for mapping in mappings for key in _list_repeated_keys(mapping)]
    cuts = dict(cut for mapping in mappings for cut in find_cut_words(mapping, source)) if repeated else {}
    for key in repeated:
        line = key.start_mark.line + 1
        twice = f"the key {key.value!r} stands twice; keep one of the two"
        yield line, cuts.get(line, twice)


def _list_mappings(node: Any) -> Iterator[Any]:
    if node is None or node.id == "scalar":
        return
    if node.id == "mapping":
        yield node
    for child in node.value if node.id == "sequence" else [value for _, value in node.value]:
        yield from _list_mappings(child)


def _list_repeated_keys(mapping: Any) -> Iterator[Any]:
    seen: set[str] = set()
    for name, _ in mapping.value:
        if name.value in seen:
            yield name
        seen.add(name.value)
