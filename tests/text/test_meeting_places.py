"""Makers and readers meet in the database and in the text rules, nowhere else."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from fixtures.built_dataset import ROOT

SCRIPTS, READERS = ROOT / "scripts", ROOT / "src" / "istanbul_talks"
RULES = READERS / "text"
MAKERS = {path.stem for path in SCRIPTS.iterdir()}

LIGHT = {"bisect", "collections", "functools", "itertools", "re", "typing", "unicodedata"}
"""What the text rules may import of the standard library: nothing that is slow to import."""

IMPORTERS_OF_RULES = {"pipeline"}
"""The makers' packages that may import them: importing pipeline makes them those of the checkout."""


def imported_modules(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.module, f"{file}: a relative import"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def imports(folder: Path) -> list[tuple[Path, str]]:
    files = [file for file in sorted(folder.rglob("*.py")) if "__pycache__" not in file.parts]
    assert files
    return [(file.relative_to(folder), module) for file in files for module in imported_modules(file)]


def test_makers_import_nothing_of_the_readers_but_the_text_rules() -> None:
    of_readers = [(file, module) for file, module in imports(SCRIPTS) if module.startswith("istanbul_talks")]
    assert [found for found in of_readers if not found[1].startswith("istanbul_talks.text.")] == []
    assert {file.parts[0] for file, _ in of_readers} == IMPORTERS_OF_RULES


def test_readers_import_nothing_of_the_makers() -> None:
    assert [found for found in imports(READERS) if found[1].partition(".")[0] in MAKERS] == []


def test_the_text_rules_import_nothing_heavy() -> None:
    others = [found for found in imports(RULES) if not found[1].startswith("istanbul_talks.text.")]
    assert [found for found in others if found[1].partition(".")[0] not in LIGHT] == []


def test_the_text_rules_of_the_checkout_are_meant_whichever_are_installed(tmp_path: Path) -> None:
    installed = tmp_path / "istanbul_talks"
    installed.mkdir()
    (installed / "__init__.py").write_text("raise ImportError('an installed version')", encoding="utf-8")
    program = "import pipeline, istanbul_talks.text; print(istanbul_talks.text.__file__)"
    environment = {"PYTHONPATH": f"{SCRIPTS}:{tmp_path}", "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-c", program]
    printed = subprocess.run(
        command, env=environment, cwd=tmp_path, check=True, capture_output=True, text=True
    )
    assert Path(printed.stdout.strip()) == RULES / "__init__.py"
