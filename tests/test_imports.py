"""Tests that imports go one way: between packages of the readers, between modules, and from the makers."""

import ast
import graphlib
import os
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from fixtures.built_dataset import ROOT

ORDER = ["errors", "text", "database", "reanchor", "check", "terminal", "cli", "commands", "__main__"]
"""The rooms of the readers; each imports only itself and those before it."""

ALLOWED = {room: set(ORDER[: i + 1]) for i, room in enumerate(ORDER)} | {
    "text": {"text"},
    "site": {"site", "check", "commands", "cli", "database", "text", "errors"},
    "__init__": {"database"},
}

RULES = {("pipeline", "text"), ("drafting", "text"), ("artifacts", "text"), ("command_line", "text")}
"""The packages of the makers that import the text rules, and their room."""

OUTPUTS = {"istanbul_talks.database.outputs", "istanbul_talks.errors"}
"""How whatever either writes is put in place."""

EXCEPTIONS = {
    ("pipeline", "istanbul_talks.database.connection"),  # which SQLite the database needs
    *(("artifacts", f"istanbul_talks.site.{name}") for name in ("datasette_metadata", "question_page")),
    *(
        ("artifacts", f"istanbul_talks.database.{name}")
        for name in ("addresses", "citations", "citation_formats", "full_text", "json_cells")
    ),
    *(
        ("artifacts", f"istanbul_talks.database.{name}")
        for name in ("lookup", "named_queries", "query_limits", "record_sections", "records", "search_query")
    ),
    ("artifacts", "istanbul_talks.database.table_nouns"),
}
"""What else the makers import of the readers, and which package of theirs: a release tells as they do."""


def find_modules(folder: Path) -> dict[str, Path]:
    paths = {path.relative_to(folder).with_suffix(""): path for path in folder.rglob("*.py")}
    return {".".join(path.parts).removesuffix(".__init__"): paths[path] for path in paths}


def read_imports(path: Path, known: dict[str, Path]) -> Iterator[str]:
    """Yield the known modules that a file imports anywhere in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in known)
        elif isinstance(node, ast.ImportFrom) and node.module:
            assert node.level == 0, f"{path} imports relatively"
            names = (f"{node.module}.{alias.name}" for alias in node.names)
            yield from {name if name in known else node.module for name in names} & known.keys()


READERS = find_modules(ROOT / "src")
MAKERS = find_modules(ROOT / "scripts")


@cache
def list_imports() -> dict[str, set[str]]:
    """Return what each module imports."""
    known = READERS | MAKERS
    return {module: set(read_imports(path, known)) for module, path in known.items()}


def get_room(module: str) -> str:
    return [*module.split("."), "__init__"][1]


def test_the_readers_have_at_most_eleven_rooms() -> None:
    assert len({get_room(module) for module in READERS}) <= 11


def test_a_reader_imports_only_what_comes_before() -> None:
    arrows = [(module, imported) for module in READERS for imported in list_imports()[module]]
    assert [arrow for arrow in arrows if get_room(arrow[1]) not in ALLOWED[get_room(arrow[0])]] == []


def test_the_makers_import_of_the_readers_only_what_both_need() -> None:
    """They meet in the database, the text rules and what both write; a release tells as the readers do."""
    imported = {
        (module.partition(".")[0], name)
        for module in MAKERS
        for name in list_imports()[module] & READERS.keys()
    }
    assert {
        (package, name)
        for package, name in imported
        if (package, get_room(name)) not in RULES and name not in OUTPUTS
    } == EXCEPTIONS


def test_a_package_of_the_makers_that_imports_the_readers_imports_the_pipeline_first() -> None:
    """Catch one that takes the readers that are installed, of another version perhaps."""
    packages = {module.partition(".")[0] for module in MAKERS if list_imports()[module] & READERS.keys()}
    assert {
        name for name in packages - {"pipeline", "command_line"} if "pipeline" not in list_imports()[name]
    } == set()


@pytest.mark.parametrize("package", ["command_line", "pipeline", "drafting", "artifacts"])
def test_the_makers_import_the_readers_of_the_checkout_whichever_are_installed(
    package: str, tmp_path: Path
) -> None:
    (tmp_path / "istanbul_talks").mkdir()
    (tmp_path / "istanbul_talks" / "__init__.py").write_text("raise ImportError", encoding="utf-8")
    program = f"import {package}, istanbul_talks; print(istanbul_talks.__file__)"
    assert run_python(program, ROOT / "scripts", tmp_path) == [str(ROOT / "src/istanbul_talks/__init__.py")]


def test_the_package_and_its_text_rules_load_nothing_heavy() -> None:
    program = (
        "import __future__, sys, bisect, collections, re, typing, unicodedata; light = set(sys.modules)\n"
        "import istanbul_talks.text.tokens; print(*set(sys.modules) - light)"
    )
    loaded = run_python(program, ROOT / "src")
    assert [module for module in loaded if module.partition(".")[0] != "istanbul_talks"] == []


def run_python(program: str, *path: Path) -> list[str]:
    """Return the words that a program prints which has these folders on its path."""
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(map(str, path))}
    return subprocess.check_output([sys.executable, "-c", program], env=environment, text=True).split()


def test_no_module_imports_itself_by_way_of_others() -> None:
    tuple(graphlib.TopologicalSorter(list_imports()).static_order())
