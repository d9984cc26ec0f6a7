"""Replicates small seeds until they have at least N articles, to measure the build with."""

import shutil
from collections.abc import Mapping
from hashlib import sha256
from math import isqrt
from pathlib import Path
from typing import Any

from ryaml import dumps, loads  # type: ignore[attr-defined]  # (they are in its stub)

SHARED = {"actors"}
"""Registers of what is known about the world rather than read in an article.

Topics are copied, since records on one topic are compared in pairs, and copies need not be.
"""

WHITE_SPACE = str.maketrans("01", " \n")

CALLED = ("name", "content", "proposition", "label")
"""What a record of a register is called, one of these: a copy is called the same with its number."""


def replicate_seeds(seeds: Path, target: Path, articles: int) -> None:
    """Write seeds of at least so many articles: the same ones again and again, under ids with a number.

    The actors are the same for all. The other registers are copied too, each copy for several copies of the
    articles, so that there are about as many as the square root of the articles' copies. A name that is
    limited to one article holds for all. The copies of a round of talks are parts of the first, since its
    delegations, being actors, are of one round only.
    """
    codings = sorted((seeds / "articles").glob("*.yaml"))
    registers = {path.stem: _read(path) for path in (seeds / "registers").glob("*.yaml")}
    copied = [entry for name, entries in registers.items() if name not in SHARED for entry in entries]
    ids = [entry["id"] for entry in copied if "id" in entry]
    copies = -(-articles // len(codings))
    register_copies = [{name: f"{name}-{number}" for name in ids} for number in range(isqrt(copies))]
    for folder in ("articles", "registers"):
        (target / folder).mkdir(parents=True)
    shutil.copytree(seeds / "languages", target / "languages")
    for number in range(copies):
        renamed = register_copies[number % len(register_copies)]
        for coding in codings:
            _copy_article(coding, target / "articles" / f"{coding.stem}-{number}", renamed, number)
    for number, renamed in enumerate(register_copies):
        renamed.update({coding.stem: f"{coding.stem}-{number}" for coding in codings})
    for name, entries in registers.items():
        written = _share(entries) if name in SHARED else _rename_all(entries, register_copies)
        (target / "registers" / f"{name}.yaml").write_text(dumps(written), encoding="utf-8")


def _read(path: Path) -> Any:
    return loads(path.read_text(encoding="utf-8"))


def _copy_article(coding: Path, path: Path, renamed: Mapping[str, str], number: int) -> None:
    """Copy an article with its coding; white space at its end tells the copy from the others."""
    text = coding.with_suffix(".txt").read_bytes() + f"{number:b}".translate(WHITE_SPACE).encode()
    written = _rename(_read(coding), renamed)
    written["source"]["sha256"] = sha256(text).hexdigest()
    path.with_suffix(".txt").write_bytes(text)
    path.with_suffix(".yaml").write_text(dumps(written), encoding="utf-8")


def _share(entries: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return actors, no name of which is limited to an article."""
    for entry in entries:
        for name in entry.get("names", []):
            if isinstance(name, dict):
                name.pop("source", None)
    return entries


def _rename_all(entries: list[Any], copies: list[dict[str, str]]) -> list[Any]:
    written = [
        _number(_rename(entry, renamed), number) for number, renamed in enumerate(copies) for entry in entries
    ]
    for number, entry in enumerate(written[len(entries) :], len(entries)):
        if entry.get("kind") == "talks" and "parent" not in entry:
            entry["parent"] = written[number % len(entries)]["id"]
    return written


def _number(entry: Any, number: int) -> Any:
    """Return the entry of a copy of a register, the first of which keeps what it is called."""
    called = [key for key in CALLED if number and key in entry]
    return entry | {key: f"{entry[key]} ({number})" for key in called}


def _rename(value: Any, renamed: Mapping[str, str]) -> Any:
    """Return a value of YAML in which every text that is an id has its new name."""
    if isinstance(value, dict):
        return {key: _rename(part, renamed) for key, part in value.items()}
    if isinstance(value, list):
        return [_rename(part, renamed) for part in value]
    return renamed.get(value, value) if isinstance(value, str) else value
