"""Changes one token of the code at a time, at random, and counts how many changes the default tests catch.

Run by hand: `nice python tests/code_changes.py 40 --seed 1`. In a copy of the checkout all tests run once,
to see which of them reach the changed places; then those, for each change.
"""

import ast
import difflib
import hashlib
import json
import os
import random
import re
import resource
import shutil
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

ROOT = Path(__file__).resolve().parent.parent
CODE = ("src/istanbul_talks/**/*.py", "src/**/*.sql", "scripts/pipeline/**/*.py", "scripts/sql/**/*.sql")
SECONDS = 400
"""Processor time after which the tests of a change are stopped: it made something endless, and is caught."""

OPERATORS = {
    **{"<": "<=", "<=": "<", ">": ">=", ">=": ">", "==": "!=", "!=": "=="},
    **{"in": "not in", "not in": "in", "is": "is not", "is not": "is", "and": "or", "or": "and"},
    **{"+": "-", "-": "+", "*": "+", "/": "*", "//": "*", "|": "&", "&": "|"},
}
SQL = {
    **{"AND": "OR", "OR": "AND", "LEFT JOIN": "JOIN", "DESC": "", "DISTINCT": "", "UNION ALL": "UNION"},
    **{"IS NOT NULL": "IS NULL", "IS NULL": "IS NOT NULL", "min": "max", "max": "min", "NOT IN": "IN"},
    **{"=": "<>", "<": "<=", "<=": "<", ">": ">=", ">=": ">", "1": "2", "0": "1", "EXISTS": "NOT EXISTS"},
}
SQL_TOKEN = re.compile(rf"(?<![\w<>=!|])({'|'.join(sorted(SQL, key=len, reverse=True))})(?![\w<>=|])")

SITECUSTOMIZE = """
import builtins, os
noted = set()
def reach(change):
    by = os.environ.get("REACHED_BY") or os.environ.get("PYTEST_CURRENT_TEST", "").rpartition(" (")[0]
    if by and (change, by) not in noted:
        noted.add((change, by))
        with open(f"{os.environ['REACHED']}/{change}", "a") as file:
            file.write(by + "\\n")
builtins.reach = reach
"""
PROBE = 'getattr(__import__("builtins"), "reach", str)({})\n'
PLUGIN = """
import json, os, pytest
@pytest.hookimpl(wrapper=True)
def pytest_fixture_setup(fixturedef):
    before = os.environ.get("REACHED_BY", "")
    if fixturedef.scope != "function":
        os.environ["REACHED_BY"] = "fixture " + fixturedef.argname
    try:
        return (yield)
    finally:
        os.environ["REACHED_BY"] = before
@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    report = yield
    if call.when == "call" and report.passed:
        with open(os.environ["REACHED"] + "/passed", "a") as file:
            file.write(json.dumps([item.nodeid, item.fixturenames]) + "\\n")
    return report
"""


class Change(NamedTuple):
    """A change to a file: the bytes from `start` to `end` become others."""

    path: Path
    content: bytes
    kind: str
    start: int
    end: int
    new: bytes

    def apply(self) -> bytes:
        """Return the file with the change."""
        return self.content[: self.start] + self.new + self.content[self.end :]

    def format_diff(self) -> str:
        """Return what differs, without the lines around."""
        before, after = (content.decode().splitlines() for content in (self.content, self.apply()))
        lines = difflib.unified_diff(before, after, lineterm="", n=0)
        return "\n".join([f"{self.path.relative_to(ROOT)}: {self.kind}", *list(lines)[2:]])


class Source:
    """A Python file, its tree, and where in its bytes a node stands."""

    def __init__(self, path: Path) -> None:
        self.path, self.content = path, path.read_bytes()
        self.tree = ast.parse(self.content)
        self._lines = [0]
        for line in self.content.splitlines(keepends=True):
            self._lines.append(self._lines[-1] + len(line))
        self.parents = {child: node for node in ast.walk(self.tree) for child in ast.iter_child_nodes(node)}

    def get_start(self, node: ast.expr | ast.stmt) -> int:
        return self._lines[node.lineno - 1] + node.col_offset

    def get_end(self, node: ast.expr | ast.stmt) -> int:
        return self._lines[(node.end_lineno or 0) - 1] + (node.end_col_offset or 0)

    def list_changes(self) -> Iterator[Change]:
        """Yield every change that can be made."""
        for node in ast.walk(self.tree):
            if not self._is_idle(node):
                for kind, start, end, new in self._change(node):
                    yield Change(self.path, self.content, kind, start, end, new.encode())

    def _is_idle(self, node: ast.AST) -> bool:
        """Tell whether a node is no code: a docstring, part of a type, or of a string with fields."""
        while node in self.parents:
            child, node = node, self.parents[node]
            annotations = (getattr(node, "annotation", None), getattr(node, "returns", None))
            if child in annotations or isinstance(node, ast.JoinedStr):
                return True
            if isinstance(node, ast.Expr) and isinstance(child, ast.Constant):
                return True
            if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__":
                return True
            if isinstance(node, ast.keyword) and node.arg == "strict":  # of zip: says what is so
                return True
            if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
                return True
        return False

    def _change(self, node: ast.AST) -> Iterator[tuple[str, int, int, str]]:
        match node:
            case ast.Compare():
                yield from self._change_between("comparison", [node.left, *node.comparators])
            case ast.BoolOp():
                yield from self._change_between("and/or", node.values)
            case ast.BinOp():
                yield from self._change_between("arithmetic", [node.left, node.right])
            case ast.UnaryOp(op=ast.Not()) if node.lineno == node.operand.lineno == node.end_lineno:
                yield "not", self.get_start(node), self.get_start(node.operand), ""
            case ast.Constant(value=bool() as value):
                yield "constant", self.get_start(node), self.get_end(node), str(not value)
            case ast.Constant(value=int() as value):
                yield "number", self.get_start(node), self.get_end(node), str(value + 1)
            case ast.Constant(value=str()) | ast.JoinedStr():
                start, end = self.get_start(node), self.get_end(node) - 1
                last = self.content[start:end].decode()[-1:]
                if last not in {"", '"', "'", "}", "\\"} and not self.content.startswith(b'"""', start):
                    yield "string", end - len(last.encode()), end, ""
            case ast.Return(value=ast.expr() as returned) if ast.unparse(returned) != "None":
                yield "return", self.get_start(returned), self.get_end(returned), "None"
            case ast.If(test=test) | ast.IfExp(test=test) | ast.comprehension(ifs=[test]):
                for forced in ("True", "False"):
                    yield "condition", self.get_start(test), self.get_end(test), forced
            case ast.Call(args=args, keywords=keywords) if len(args) + len(keywords) > 1:
                ends = sorted(self.get_end(each) for each in [*args, *(word.value for word in keywords)])
                yield "argument", ends[-2], ends[-1], ""

    def _change_between(self, kind: str, operands: list[ast.expr]) -> Iterator[tuple[str, int, int, str]]:
        for left, right in pairwise(operands):
            start, gap = self.get_end(left), self.content[self.get_end(left) : self.get_start(right)].decode()
            found = re.search(r"[a-z]+( [a-z]+)?|[<>=!+*/|&-]+", gap)
            if found and found[0] in OPERATORS:
                yield kind, start + found.start(), start + found.end(), OPERATORS[found[0]]

    def find_probes(self, place: int) -> set[int]:
        """Return where to ask whether a place is reached: before its statement, or in every function."""
        nodes = [node for node in ast.walk(self.tree) if isinstance(node, ast.stmt)]
        inner = [node for node in nodes if self.get_start(node) <= place < self.get_end(node)]
        for node in reversed(inner):
            if self._is_in_function(node) and self._begins_line(node):
                return {self.get_start(node)}
        bodies = [node.body for node in nodes if isinstance(node, ast.FunctionDef)]
        return {self.get_start(body[-1]) for body in bodies if self._begins_line(body[-1])}

    def _is_in_function(self, node: ast.AST) -> bool:
        while node in self.parents:
            node = self.parents[node]
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                return True
        return False

    def _begins_line(self, node: ast.stmt) -> bool:
        start = self.get_start(node)
        before = self.content[:start].rpartition(b"\n")[2]
        return not before.strip() and self.content[start : start + 4] != b"elif"


def list_sql_changes(path: Path) -> Iterator[Change]:
    """Yield every change that can be made to a file of SQL, comments aside."""
    content = path.read_bytes()
    text = content.decode()
    for found in SQL_TOKEN.finditer(re.sub(r"--.*|'[^']*'", lambda part: "~" * len(part[0]), text)):
        start, end = (len(text[:place].encode()) for place in found.span())
        yield Change(path, content, "SQL", start, end, SQL[found[0]].encode())


def sample_changes(number: int, seed: int, only: str) -> list[Change]:
    """Return so many changes, of each kind about as many."""
    by_kind: defaultdict[str, list[Change]] = defaultdict(list)
    for path in sorted(path for pattern in CODE for path in ROOT.glob(pattern)):
        if re.search(only, str(path.relative_to(ROOT))):
            for change in Source(path).list_changes() if path.suffix == ".py" else list_sql_changes(path):
                by_kind[change.kind].append(change)
    chance = random.Random(seed)
    for changes in by_kind.values():
        chance.shuffle(changes)
    turns = [changes.pop() for _ in range(number) for changes in by_kind.values() if changes]
    return turns[:number]


class Copy:
    """A copy of the checkout in which tests run."""

    def __init__(self, folder: Path) -> None:
        self.folder, self._reached = folder / "checkout", folder / "reached"
        self._reached.mkdir()
        listed = subprocess.check_output(
            ["git", "-C", ROOT, "ls-files", "-co", "--exclude-standard"], text=True
        ).splitlines()
        for name in listed:
            (self.folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, self.folder / name)

    def write(self, path: Path, content: bytes) -> None:
        (self.folder / path.relative_to(ROOT)).write_bytes(content)

    def run(self, *words: str, **variables: str) -> int:
        """Run Python in the copy; return its exit status."""
        folders = os.pathsep.join(map(str, (self.folder / "src", self._reached)))
        environment = {**os.environ, "PYTHONPATH": folders, "PYTHONDONTWRITEBYTECODE": "1", **variables}
        return subprocess.run(
            [sys.executable, *words],
            cwd=self.folder,
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            check=False,
            preexec_fn=_limit_time,
        ).returncode

    def find_tests(self, changes: list[Change], folders: list[str]) -> list[tuple[list[str], list[str]]]:
        """Run all tests once; return those that reach each change themselves, and by a shared fixture."""
        self._put_probes(changes)
        (self._reached / "sitecustomize.py").write_text(SITECUSTOMIZE)
        (self._reached / "noting_plugin.py").write_text(PLUGIN)
        self.run("-m", "pytest", "-p", "noting_plugin", *folders, REACHED=str(self._reached))
        (self._reached / "sitecustomize.py").unlink()
        passed = dict(map(json.loads, (self._reached / "passed").read_text().splitlines()))
        return [self._find_tests_of(number, passed) for number in range(len(changes))]

    def _find_tests_of(self, number: int, passed: dict[str, list[str]]) -> tuple[list[str], list[str]]:
        noted = self._reached / str(number)
        reached = set(noted.read_text().splitlines()) if noted.exists() else set()
        shared = {name.removeprefix("fixture ") for name in reached if name.startswith("fixture ")}
        inheriting = [test for test, fixtures in passed.items() if shared & {*fixtures}]
        return [test for test in passed if test in reached], inheriting

    def _put_probes(self, changes: list[Change]) -> None:
        probes = defaultdict(list)
        for number, change in enumerate(changes):
            if change.path.suffix == ".py":
                for place in Source(change.path).find_probes(change.start):
                    probes[change.path].append((place, number))
        for path, places in probes.items():
            content = path.read_bytes()
            for place, number in sorted(places, reverse=True):
                indent = content[:place].rpartition(b"\n")[2]
                content = content[:place] + PROBE.format(number).encode() + indent + content[place:]
            self.write(path, content)

    def restore(self, changes: list[Change]) -> None:
        for change in changes:
            self.write(change.path, change.content)

    def hash_builds(self) -> list[str]:
        """Build the real and the made-up seeds; return the checksums of their databases."""
        found = []
        for seeds in ("seeds", "tests/fixtures/village"):
            made = self.folder / "made"
            shutil.rmtree(made, ignore_errors=True)
            self.run(
                "scripts/build.py",
                "--seeds",
                seeds,
                "--data",
                str(made / "data"),
                "--out",
                str(made / "a.db"),
            )
            database = made / "a.db"
            found.append(hashlib.sha256(database.read_bytes()).hexdigest() if database.exists() else "")
        return found


def _limit_time() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))


def choose_tests(
    copy: Copy, change: Change, found: tuple[list[str], list[str]], built: list[str]
) -> list[str]:
    """Return the tests that can catch a change that is made; those of a build only where it differs."""
    direct, inheriting = found
    if change.path.is_relative_to(ROOT / "scripts") and copy.hash_builds() == built:
        inheriting = []
    if change.path.suffix == ".sql":
        in_site = change.path.is_relative_to(ROOT / "src/istanbul_talks/site")
        by_readers = ["tests/site"] if in_site else ["tests/talks", "tests/data", "tests/site"]
        makers = ["tests/pipeline/test_checks.py", "tests/pipeline", *by_readers]
        return makers if change.path.is_relative_to(ROOT / "scripts") else by_readers
    return [*direct, *(test for test in inheriting if test not in direct)]


def main(
    number: Annotated[int, typer.Argument(min=1, help="So many changes.")] = 100,
    seed: Annotated[int, typer.Option(help="Which ones.")] = 1,
    only: Annotated[str, typer.Option(help="Only in files whose path has this pattern.")] = "",
    folder: Annotated[list[str] | None, typer.Option(help="Only the tests of these folders.")] = None,
) -> None:
    """Change the code at random, one token at a time, and print what the default tests do not catch."""
    changes = sample_changes(number, seed, only)
    caught = 0
    with tempfile.TemporaryDirectory() as place:
        copy = Copy(Path(place))
        built = copy.hash_builds()
        found = copy.find_tests(changes, folder or [])
        copy.restore(changes)
        for change, tests in zip(changes, found, strict=True):
            copy.write(change.path, change.apply())
            chosen = choose_tests(copy, change, tests, built)
            survives = not chosen or not copy.run("-m", "pytest", "-x", "-q", "-n", "0", *chosen)
            caught += not survives
            copy.restore([change])
            told = "survives" if survives else "caught"
            print(f"{told} ({len(chosen)} tests) {change.format_diff()}\n", flush=True)
    print(f"{caught} of {len(changes)} caught")


if __name__ == "__main__":
    typer.run(main)
