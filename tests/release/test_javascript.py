"""JavaScript libraries that nobody here wrote open the release. Skipped where there is no npm."""

import json
import shutil
import sqlite3
import subprocess
from pathlib import Path
from typing import Any

import pytest

from datasets import ROOT

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not shutil.which("npm"), reason="npm is not installed"),
]


@pytest.fixture(scope="module")
def scripts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The scripts beside this file, with the libraries they use."""
    folder = tmp_path_factory.mktemp("javascript") / "scripts"
    shutil.copytree(ROOT / "tests" / "release" / "javascript", folder)
    subprocess.run(["npm", "install", "--silent", "--no-audit", "--no-fund"], cwd=folder, check=True)
    return folder


def run(script: Path, *arguments: Path) -> Any:
    """Return the JSON that a script prints."""
    done = subprocess.run(["node", script, *arguments], stdout=subprocess.PIPE, check=True)
    return json.loads(done.stdout)


def test_a_browser_library_finds_every_quote_at_its_place(
    scripts: Path, real_release: Path, released: sqlite3.Connection
) -> None:
    """Catch a selector that an independent consumer of annotations takes to another place."""
    found = run(scripts / "annotations.js", real_release, ROOT / "seeds" / "articles")
    (quotes,) = released.execute("SELECT count(*) FROM quotes").fetchone()
    assert found == {"found": quotes, "lost": []}


def test_citation_js_reads_every_format_alike(
    scripts: Path, real_release: Path, released: sqlite3.Connection
) -> None:
    """Catch a title that is lost or changed in one of the formats."""
    titles = run(scripts / "citations.js", real_release)
    labels = [label for (label,) in released.execute("SELECT label FROM sources ORDER BY id")]
    assert titles["json"][1:] == labels
    assert titles["json"] == titles["bib"] == titles["ris"]
