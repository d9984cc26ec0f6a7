"""Builds mutated copies of the seeds, and finds which check or error catches each mutation.

What does not belong here: the mutations themselves (mutation_kinds/).
"""

import json
import re
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from copy import deepcopy
from functools import cache, partial
from pathlib import Path
from typing import Any, NamedTuple

from evaluation.mutation_kinds import KINDS, Edit, Kind, Mutation, Sampler
from evaluation.mutation_kinds.sampler import REMOVED, NoPlaceError
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
DETAIL = re.compile(r"'[^']*'|\"[^\"]*\"|\S+\.(?:txt|yaml)(?::\d+)?|\b\w+day\b|\d{4}-\d\d-\d\d")
SUMMARY_ENDS = re.compile(r"[;:(]|, which| \(")


class Outcome(NamedTuple):
    """A mutation and what caught it: names of checks and summaries of errors; nothing if it passes."""

    kind: str
    what: str
    caught_by: tuple[str, ...]


def run_mutations(seeds: Path, package: Path, count: int) -> list[Outcome]:
    """Make `count` mutations, shared among the kinds, each in a build of its own; use all processors.

    The same seeds give the same mutations. One that changes nothing in the database is drawn again; a kind
    that finds no place in the seeds is left out. Raises BuildError if the seeds do not build as they are.
    """
    _build_sound(seeds, package)
    shares = [count // len(KINDS) + (number < count % len(KINDS)) for number in range(len(KINDS))]
    tasks = [(number, turn) for number, share in enumerate(shares) for turn in range(share)]
    with ProcessPoolExecutor() as pool:
        return [made for made in pool.map(partial(_mutate, seeds, package), tasks) if made]


def tabulate_mutations(outcomes: Sequence[Outcome]) -> dict[str, str]:
    """Return the generated parts of docs/quality.md by name."""
    return {"mutations": tabulate_kinds(outcomes), "uncaught": list_uncaught(outcomes)}


def tabulate_kinds(outcomes: Iterable[Outcome]) -> str:
    """Return, for each kind, how many were made, how many caught, and by what."""
    rows = [
        (kind, len(group), sum(bool(outcome.caught_by) for outcome in group), _list_catchers(group))
        for kind, group in _group_by_kind(outcomes)
    ]
    total = ("all", *(sum(column) for column in list(zip(*rows, strict=True))[1:3]), "")
    return format_table(("what was done", "made", "caught", "most often by"), [*rows, total])


def list_uncaught(outcomes: Iterable[Outcome]) -> str:
    """Return a list of the kinds of which some pass, with an example."""
    lines = [_describe_passing(kind, group) for kind, group in _group_by_kind(outcomes)]
    return "\n".join(line for line in lines if line) or "Every kind is caught every time."


def list_mutations(outcomes: Iterable[Outcome]) -> Iterator[str]:
    """Yield two lines for each mutation: what was done, and what caught it."""
    for outcome in outcomes:
        yield f"{outcome.kind}: {outcome.what}"
        yield f"    {'; '.join(outcome.caught_by) or 'NOT CAUGHT'}"


def _describe_passing(kind: str, group: Sequence[Outcome]) -> str | None:
    passed = [outcome for outcome in group if not outcome.caught_by]
    if not passed:
        return None
    return f"- {kind}: {len(passed)} of {len(group)}, for example *{' '.join(passed[0].what.split())}*."


def _group_by_kind(outcomes: Iterable[Outcome]) -> list[tuple[str, list[Outcome]]]:
    groups: dict[str, list[Outcome]] = {}
    for outcome in outcomes:
        groups.setdefault(outcome.kind, []).append(outcome)
    return list(groups.items())


def _list_catchers(group: Sequence[Outcome]) -> str:
    counts = Counter(name for outcome in group for name in outcome.caught_by)
    return "; ".join(f"{name} ({count})" for name, count in counts.most_common(SHOWN))


def _mutate(seeds: Path, package: Path, task: tuple[int, int]) -> Outcome | None:
    """Make one mutation, the `turn`-th of a kind; None where the seeds have no place for it."""
    number, turn = task
    kind = KINDS[number]
    for mutation in _draw_mutations(kind, turn, seeds, package):
        caught_by = _find_catchers(mutation, seeds, package)
        if caught_by is not None:
            return Outcome(str(kind.__doc__), mutation.what, caught_by)
    return None


def _draw_mutations(kind: Kind, turn: int, seeds: Path, package: Path) -> Iterator[Mutation]:
    read = _read_seeds(seeds, package)
    for attempt in range(ATTEMPTS):
        sampler = Sampler(*read, f"{kind.__doc__} {turn} {attempt}")
        with suppress(NoPlaceError):
            if mutation := kind(sampler):
                yield mutation


@cache
def _read_seeds(seeds: Path, package: Path) -> tuple[Seeds, list[Article], Contract]:
    contract = read_contract(package)
    read = read_seeds(seeds, contract, Problems())
    return read, list(read.read_articles()), contract


@cache
def _build_sound(seeds: Path, package: Path) -> bytes:
    """Return the database of the seeds as they are."""
    with tempfile.TemporaryDirectory() as folder:
        return _build(seeds, package, Path(folder))


def _find_catchers(mutation: Mutation, seeds: Path, package: Path) -> tuple[str, ...] | None:
    """Build the mutated seeds; return what catches it, or None where the database stays the same."""
    with tempfile.TemporaryDirectory() as folder:
        mutated = Path(folder) / "seeds"
        shutil.copytree(seeds, mutated, ignore=shutil.ignore_patterns("recoding"))
        _apply_edits(mutation.edits, seeds, mutated)
        try:
            database = _build(mutated, package, Path(folder))
        except BuildError as error:
            return tuple(dict.fromkeys(_summarize(message) for message in error.messages))
    return None if database == _build_sound(seeds, package) else ()


def _build(seeds: Path, package: Path, folder: Path) -> bytes:
    build(seeds, package, folder / "mutated.db")
    return (folder / "mutated.db").read_bytes()


def _apply_edits(edits: Sequence[Edit], seeds: Path, mutated: Path) -> None:
    for file in dict.fromkeys(edit.file for edit in edits):
        copy = mutated / file.relative_to(seeds)
        own = [edit for edit in edits if edit.file == file]
        whole = next((edit.value for edit in own if not edit.keys), None)
        changed = whole if isinstance(whole, str) else json.dumps(_edit_yaml(file, own), ensure_ascii=False)
        copy.write_text(changed, encoding="utf-8", newline="")


def _edit_yaml(file: Path, edits: Sequence[Edit]) -> Any:
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


def _summarize(message: str) -> str:
    """Return the name of the check that speaks, or an error in short, without its place and details."""
    check = CHECK.match(message)
    if check:
        return f"`{check[1]}`"
    line = DETAIL.sub("…", PLACE.sub("", message.splitlines()[0]))
    return SUMMARY_ENDS.split(line)[0].strip()
