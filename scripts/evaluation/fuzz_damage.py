"""Damages a file of the seeds, or the contract, by seeded chance: shape, characters or the file itself.

What does not belong here: building with the damaged file (fuzz_trials.py).
"""

import hashlib
import json
import os
from collections.abc import Callable, Iterator
from copy import deepcopy
from datetime import date
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import yaml

SIGNS = (
    *"'\"[]{}:,#&*!|>%@`-?\\ \t\r\n\0\x01\x0b\x0c\x1b\x7f",
    *"\x85\x9b\u00ad\u200b\u200f\u2028\u202e\u2066\ud800\ue000\ufdd0\ufeff\ufffe\U000e0041\U0010ffff",
)
"""What is put between the characters of a file: signs of YAML, controls, and what is not seen."""

BYTES = (b"\xff", b"\xc3", b"\xed\xa0\x80", b"\xef\xbb\xbf", b"\0", b"\xf4\x90\x80\x80")
SHOWN = 60  # characters of a value
RUNS = ("[", "{", "- ", "&a [", "x", "<!--", "\n", "'", "? ")
LENGTHS = (10, 1_000, 100_000)

SHAPES: tuple[Any, ...] = (
    *(None, True, "", " ", "x", "x" * 10_000, "a\nb", "\x1b[31m", "a\0b", "\u202ea", "1", "null"),
    *(0, -1, 2**31, 2**63, 10**400, 1.5, 1e308, float("nan"), float("inf")),
    *([], {}, [[]], [None], {"": ""}, {"a": {"b": "c"}}, [{"id": "x"}], ["x", 1], {"id": ["x"]}),
    *({"x": None}, {1: 2}, {None: None}, {True: "x"}, {("a", "b"): "c"}),
)
"""What is put in the place of a value."""

YAML_SHAPES: tuple[Any, ...] = (*SHAPES, date(2025, 5, 16), b"bytes", {"x", "y"})


class Damage(NamedTuple):
    """What is done to a file, for people, and what then stands in its place."""

    what: str
    put: Callable[[Path], object]


def draw_damage(path: Path, chance: Random) -> Damage:
    """Return a way to damage a file: in its shape, where it has one, in its characters, or as a whole."""
    ways = [_damage_text, _damage_text, _damage_bytes]
    ways += [_damage_shape] * (7 if path.suffix != ".txt" else 0) + [_damage_lines] * 3
    way = chance.choice(ways) if chance.random() > FILE_SHARE else _damage_file
    return way(path, chance)


FILE_SHARE = 0.04
"""How many of the damages take the whole file away, or put something else in its place."""


def _damage_file(path: Path, chance: Random) -> Damage:
    put = chance.choice((_remove, _put_folder, _put_link, _put_pipe, _put_nothing))
    return Damage(put.__doc__ or "", put)


def _remove(path: Path) -> None:
    """the file removed"""
    path.unlink()


def _put_folder(path: Path) -> None:
    """a folder in its place"""
    path.unlink()
    path.mkdir()


def _put_link(path: Path) -> None:
    """a link to nothing in its place"""
    path.unlink()
    path.symlink_to("nowhere")


def _put_pipe(path: Path) -> None:
    """a named pipe in its place"""
    path.unlink()
    os.mkfifo(path)


def _put_nothing(path: Path) -> None:
    """an empty file in its place"""
    path.write_bytes(b"")


def _damage_bytes(path: Path, chance: Random) -> Damage:
    content, added = path.read_bytes(), chance.choice(BYTES)
    place = chance.choice((0, chance.randrange(len(content) + 1)))
    return _write(f"{added!r} at byte {place}", content[:place] + added + content[place:])


def _damage_text(path: Path, chance: Random) -> Damage:
    """Delete, put in or exchange characters."""
    text = path.read_text(encoding="utf-8")
    start = chance.randrange(len(text))
    end = min(start + chance.choice((0, 0, 1, 1, 2, 20)), len(text))
    added = chance.choice(("", chance.choice(SIGNS), chance.choice(SIGNS), _make_run(chance)))
    changed = text[:start] + added + text[end:]
    what = f"{text[start:end]!r} at {start} made {_shorten(added)}"
    return _write(what, changed.encode("utf-8", "surrogatepass"))


def _make_run(chance: Random) -> str:
    return chance.choice(RUNS) * chance.choice(LENGTHS)


def _damage_lines(path: Path, chance: Random) -> Damage:
    """Delete, repeat, move or indent a line, or end the file there."""
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    number, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    ways = {
        "deleted": [*lines[:number], *lines[number + 1 :]],
        "repeated": [*lines[: number + 1], *lines[number:]],
        f"moved before {other + 1}": _move(lines, number, other),
        "indented": [*lines[:number], f"  {lines[number]}", *lines[number + 1 :]],
        "the last": lines[:number],
        "cut": [*lines[:number], lines[number][: len(lines[number]) // 2]],
    }
    what = chance.choice(list(ways))
    return _write(f"line {number + 1} {what}", "".join(ways[what]).encode())


def _move(lines: list[str], number: int, other: int) -> list[str]:
    left = [*lines[:number], *lines[number + 1 :]]
    return [*left[:other], lines[number], *left[other:]]


def _damage_shape(path: Path, chance: Random) -> Damage:
    """Put something else into the place of a value, or take it away, double, move or rename it."""
    tree: Any = yaml.safe_load(path.read_text(encoding="utf-8"))
    is_json = path.suffix == ".json"
    places = list(_list_places(tree))
    (parent, key), (other_parent, other_key) = chance.choice(places), chance.choice(places)
    value, other = parent[key], other_parent[other_key]
    kind = chance.choice(("shape", "shape", "shape", "removed", "doubled", "moved", "alias", "renamed"))
    if kind == "shape":
        parent[key] = chance.choice(SHAPES if is_json else YAML_SHAPES)
    elif kind == "removed":
        del parent[key]
    elif kind == "doubled":
        _add(parent, f"{key}_2", deepcopy(value))
    elif kind == "moved":
        parent[key] = deepcopy(other)
    elif kind == "alias":
        _add(other_parent, str(key), parent if not is_json else deepcopy(value))
    else:
        _add(parent, chance.choice(("", "x", "id", "exact", "quote", 1, None)), parent.pop(key))
    what = f"{key!r}, {_shorten(value)}, {kind}: {_shorten(parent)}"
    return _write(what, _dump(tree, is_json))


def _list_places(node: Any) -> Iterator[tuple[Any, Any]]:
    """Yield each place below a node: what it is in, and its key or number there."""
    keys = list(node) if isinstance(node, dict) else range(len(node)) if isinstance(node, list) else ()
    for key in keys:
        yield node, key
        yield from _list_places(node[key])


def _add(parent: Any, key: Any, value: Any) -> None:
    """Put a value under a key of a mapping, or at the end of a list."""
    if isinstance(parent, list):
        parent.append(value)
    else:
        parent[key] = value


def _dump(tree: Any, is_json: bool) -> bytes:
    if is_json:
        return json.dumps(_name_keys(tree), ensure_ascii=False, indent=2).encode()
    return yaml.dump(tree, Dumper=yaml.SafeDumper, allow_unicode=True, sort_keys=False, width=10**9).encode()


def _name_keys(node: Any) -> Any:
    """Return a tree with words as keys, as JSON has them."""
    if isinstance(node, dict):
        return {str(key): _name_keys(value) for key, value in node.items()}
    return [_name_keys(value) for value in node] if isinstance(node, list) else node


def correct_checksum(article: Path, before: bytes) -> None:
    """Write the checksum of a damaged article into its coding, so that the build reads on."""
    coding = article.with_suffix(".yaml")
    old, new = (hashlib.sha256(content).hexdigest() for content in (before, article.read_bytes()))
    coding.write_text(coding.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def _write(what: str, content: bytes) -> Damage:
    return Damage(what, lambda path: path.write_bytes(content))


def _shorten(value: Any) -> str:
    shown = repr(value)
    return shown if len(shown) <= SHOWN else f"{shown[:SHOWN]}…"
