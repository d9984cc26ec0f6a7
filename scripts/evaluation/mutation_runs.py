"""Mutations: corrupt a copy of the seeds, build it, and see which check or error catches the corruption.

What does not belong here: the corruptions themselves (corruptions/).
"""

import json
import re
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from copy import deepcopy
from functools import cache, partial
from pathlib import Path
from typing import Any, NamedTuple

from evaluation.mutation_kinds import KINDS, Corruption, Edit, Hand, Kind
from evaluation.mutation_kinds.sampler import REMOVED
from generated_docs.markdown_table import format_table
from pipeline import BuildError, build
from pipeline.contract import Contract, read_contract
from pipeline.problems import Problems
from pipeline.seeds import Article, Seeds, read_seeds
from pipeline.yaml_documents import Document

MUTATIONS = 200
"""How many docs/quality.md shows."""

ATTEMPTS = 100
SHOWN = 3
CHECK = re.compile(r"check (\w+) finds")
PLACE = re.compile(r"^.*?:\d+: ", re.DOTALL)
DETAIL = re.compile(r"'[^']*'|\"[^\"]*\"|\S+\.txt|\b\w+day\b|\d{4}-\d\d-\d\d")
GIST_ENDS = re.compile(r"[;:(]|, which| \(")


class Mutation(NamedTuple):
    """One corruption and what caught it: names of checks and gists of errors; nothing if it passes."""

    kind: str
    what: str
    caught_by: tuple[str, ...]


def run_mutations(seeds: Path, package: Path, count: int) -> list[Mutation]:
    """Make `count` corruptions, shared among the kinds, each in a build of its own; use all processors.

    The same seeds give the same corruptions. One that changes nothing in the database is drawn again. Raises
    BuildError if the seeds do not build as they are.
    """
    _sound(seeds, package)
    shares = [count // len(KINDS) + (number < count % len(KINDS)) for number in range(len(KINDS))]
    tasks = [(number, turn) for number, share in enumerate(shares) for turn in range(share)]
    with ProcessPoolExecutor() as pool:
        return list(pool.map(partial(_mutate, seeds, package), tasks))


def tabulate_mutations(mutations: Sequence[Mutation]) -> dict[str, str]:
    """Return the generated parts of docs/quality.md by name."""
    return {"mutations": tabulate_kinds(mutations), "uncaught": list_uncaught(mutations)}


def tabulate_kinds(mutations: Iterable[Mutation]) -> str:
    """Return, for each kind, how many were made, how many caught, and by what."""
    rows = [
        (kind, len(group), sum(bool(mutation.caught_by) for mutation in group), _catchers(group))
        for kind, group in _by_kind(mutations)
    ]
    total = ("all", *(sum(column) for column in list(zip(*rows, strict=True))[1:3]), "")
    return format_table(("what was done", "made", "caught", "most often by"), [*rows, total])


def list_uncaught(mutations: Iterable[Mutation]) -> str:
    """Return a list of the kinds of which some pass, with an example."""
    lines = [_passing(kind, group) for kind, group in _by_kind(mutations)]
    return "\n".join(line for line in lines if line) or "Every kind is caught every time."


def list_mutations(mutations: Iterable[Mutation]) -> Iterator[str]:
    """Yield two lines for each mutation: what was done, and what caught it."""
    for mutation in mutations:
        yield f"{mutation.kind}: {mutation.what}"
        yield f"    {'; '.join(mutation.caught_by) or 'NOT CAUGHT'}"


def _passing(kind: str, group: Sequence[Mutation]) -> str | None:
    passed = [mutation for mutation in group if not mutation.caught_by]
    if not passed:
        return None
    return f"- {kind}: {len(passed)} of {len(group)}, for example *{' '.join(passed[0].what.split())}*."


def _by_kind(mutations: Iterable[Mutation]) -> list[tuple[str, list[Mutation]]]:
    groups: dict[str, list[Mutation]] = {}
    for mutation in mutations:
        groups.setdefault(mutation.kind, []).append(mutation)
    return list(groups.items())


def _catchers(group: Sequence[Mutation]) -> str:
    counts = Counter(name for mutation in group for name in mutation.caught_by)
    return "; ".join(f"{name} ({count})" for name, count in counts.most_common(SHOWN))


def _mutate(seeds: Path, package: Path, task: tuple[int, int]) -> Mutation:
    """Make one corruption: the `turn`-th of a kind."""
    number, turn = task
    kind = KINDS[number]
    for corruption in _drawn(kind, turn, seeds, package):
        caught_by = _caught_by(corruption, seeds, package)
        if caught_by is not None:
            return Mutation(str(kind.__doc__), corruption.what, caught_by)
    raise RuntimeError(f"{kind.__name__} finds nothing to corrupt")


def _drawn(kind: Kind, turn: int, seeds: Path, package: Path) -> Iterator[Corruption]:
    read = _read(seeds, package)
    for attempt in range(ATTEMPTS):
        hand = Hand(*read, f"{kind.__name__} {turn} {attempt}")
        if corruption := kind(hand):
            yield corruption


@cache
def _read(seeds: Path, package: Path) -> tuple[Seeds, list[Article], Contract]:
    contract = read_contract(package)
    read = read_seeds(seeds, contract, Problems())
    return read, list(read.read_articles()), contract


@cache
def _sound(seeds: Path, package: Path) -> bytes:
    """Return the database of the seeds as they are."""
    with tempfile.TemporaryDirectory() as folder:
        return _build(seeds, package, Path(folder))


def _caught_by(corruption: Corruption, seeds: Path, package: Path) -> tuple[str, ...] | None:
    """Build the corrupted seeds; return what catches it, or None where the database stays the same."""
    with tempfile.TemporaryDirectory() as folder:
        corrupted = Path(folder) / "seeds"
        shutil.copytree(seeds, corrupted, ignore=shutil.ignore_patterns("recoding"))
        _apply(corruption.edits, seeds, corrupted)
        try:
            database = _build(corrupted, package, Path(folder))
        except BuildError as error:
            return tuple(dict.fromkeys(_gist(message) for message in error.messages))
    return None if database == _sound(seeds, package) else ()


def _build(seeds: Path, package: Path, folder: Path) -> bytes:
    build(seeds, package, folder / "mutated.db")
    return (folder / "mutated.db").read_bytes()


def _apply(edits: Sequence[Edit], seeds: Path, corrupted: Path) -> None:
    for file in dict.fromkeys(edit.file for edit in edits):
        copy = corrupted / file.relative_to(seeds)
        own = [edit for edit in edits if edit.file == file]
        whole = next((edit.value for edit in own if not edit.keys), None)
        changed = whole if isinstance(whole, str) else json.dumps(_edited(file, own), ensure_ascii=False)
        copy.write_text(changed, encoding="utf-8", newline="")


def _edited(file: Path, edits: Sequence[Edit]) -> Any:
    """Return the content of a YAML file after the edits; JSON is YAML, so it may be written as that."""
    tree: Any = deepcopy(Document(file, Problems()).tree)
    for edit in sorted(edits, key=lambda edit: [str(key).zfill(6) for key in edit.keys], reverse=True):
        *way, last = edit.keys
        parent: Any = tree
        for key in way:
            parent = parent[key]
        if edit.value is REMOVED:
            del parent[last]
        else:
            parent[last] = edit.value
    return tree


def _gist(message: str) -> str:
    """Return the name of the check that speaks, or an error in short, without its place and details."""
    check = CHECK.match(message)
    if check:
        return f"`{check[1]}`"
    told = DETAIL.sub("…", PLACE.sub("", message.splitlines()[0]))
    return GIST_ENDS.split(told)[0].strip()
