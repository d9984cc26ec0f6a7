"""The generated part of docs/cli.md: the help of every command, as `talks` prints it."""

import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

_LISTED = re.compile(r"^  ([a-z]+)  ", re.MULTILINE)
"""A command in the groups of commands, which come before the options."""


def format_manual(database: Path) -> str:
    """Return a Markdown section for `talks` and for each command, with its help."""
    whole = _read_help(database)
    listed = _LISTED.findall(whole.partition("Options of")[0])
    with ThreadPoolExecutor() as pool:  # each waits for a process
        helps = pool.map(partial(_read_help, database), listed)
    sections = [("talks", whole), *zip([f"talks {name}" for name in listed], helps, strict=True)]
    return "\n\n".join(f"## {title}\n\n```text\n{text.strip()}\n```" for title, text in sections)


def _read_help(database: Path, *command: str) -> str:
    """Return what `--help` prints."""
    words = [sys.executable, "-m", "istanbul_talks", "--db", str(database), *command, "--help"]
    environment = {**os.environ, "COLUMNS": "100", "PYTHONUTF8": "1"}
    return subprocess.run(words, capture_output=True, text=True, check=True, env=environment).stdout
