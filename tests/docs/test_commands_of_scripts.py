"""The commands of scripts/: their help, and one line for what cannot be meant, before anything is made."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from fixtures.built_dataset import ROOT
from fixtures.script_runner import run_script

SCRIPTS = sorted((ROOT / "scripts").glob("*.py"))
GROUPS = {
    "draft.py": ["compare", "new", "propose"],
    "quality.py": ["agreement", "checking", "coverage", "drafts", "mutations", "reanchoring", "reliability"],
    "bench.py": ["answers", "scale", "speed"],
}


def run(script: str, *words: str, **variables: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "scripts" / script), *words]
    environment = {**os.environ, **variables}
    return subprocess.run(command, capture_output=True, check=False, text=True, env=environment)


def test_there_are_at_most_nine_commands() -> None:
    """Catch a further command that could be an option or subcommand of one that is there."""
    assert len(SCRIPTS) <= 9


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_the_help_shows_an_example_and_the_exit_statuses(script: Path) -> None:
    shown = run_script(script.name, "--help").stdout
    assert f"Example: `python scripts/{script.name}" in " ".join(shown.split())
    assert "Exit status: 0 " in shown
    for name in GROUPS.get(script.name, []):
        shown = run_script(script.name, name, "--help").stdout
        assert f"Example: `python scripts/{script.name} {name}" in " ".join(shown.split())


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("quality.py reanchoring --count 0", "'--count': 0 is not in the range x>=1"),
        ("bench.py speed --rounds many", "'--rounds': 'many' is not a valid int range"),
        ("bench.py scale --size -5", "'--size': -5 is not in the range x>=1"),
        ("quality.py reanchoring --page nowhere.md", "'--page': file 'nowhere.md' does not exist"),
        ("quality.py mutations --seeds nowhere", "'--seeds': path 'nowhere' does not exist"),
        ("build.py --package nowhere.json", "'--package': path 'nowhere.json' does not exist"),
    ],
)
def test_misuse_is_reported_in_one_line(line: str, message: str) -> None:
    script, *words = line.split()
    done = run_script(script, *words)
    command = " ".join(word for word in (script, words[0]) if not word.startswith("--"))
    assert done.returncode == 2
    assert done.stderr.lower() == f"{script}: invalid value for {message}; see `{command} --help`\n"
    assert done.stdout == ""


def test_what_a_script_says_steers_no_terminal(tmp_path: Path) -> None:
    done = run_script("build.py", "--seeds", tmp_path / "no\x1b[5m\u202e")
    assert "no\\x1b[5m\\u202e" in done.stderr
    assert done.stderr.replace("\n", "").isprintable()


def test_a_closed_standard_output_is_told_in_one_line() -> None:
    command = f'exec "{sys.executable}" "{ROOT}/scripts/diff.py" --help >&-'
    done = subprocess.run(["sh", "-c", command], capture_output=True, check=False, text=True)
    assert (done.returncode, done.stderr) == (1, "diff.py: not writable\n")


@pytest.mark.parametrize(
    ("script", "module", "extra"), [("build.py", "ryaml", "build"), ("release.py", "networkx", "release")]
)
def test_a_missing_extra_is_named_in_one_line(tmp_path: Path, script: str, module: str, extra: str) -> None:
    missing = f"raise ModuleNotFoundError(name={module!r})\n"
    (tmp_path / f"{module}.py").write_text(missing, encoding="utf-8")
    done = run(script, PYTHONPATH=str(tmp_path))
    assert done.returncode == 1
    assert done.stderr == f"{script}: needs {module}; run: python -m pip install '.[{extra}]'\n"
