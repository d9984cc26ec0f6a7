"""What the sdist and the wheel of a release hold: exactly what is listed, and no article or second coding."""

import re
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

from artifacts.python_distributions import unpack_safely

LISTED = Path(__file__).with_name("sdist_members.txt")

LEFT_OUT = re.compile(r"\.(ci|github)/.*|\.gitattributes")
"""What the repository has and the sdist has not, besides seeds."""

SEEDS = re.compile(r"seeds/")
"""What a new article adds to, so that it is not listed: what of it is published is said by folder."""

DOCUMENTS = ("CHANGELOG.md", "docs/about.md", "docs/codebook.md", "docs/quality.md", "docs/versions.md")
"""The pages from which the wheel's site makes its own."""


def list_members() -> set[str]:
    """Return the files that are listed."""
    return set(LISTED.read_text(encoding="utf-8").splitlines())


def test_the_sdist_holds_what_is_listed(real_release: Path, real_seeds: Path) -> None:
    """Catch a file that is published unseen: an article under a new name, a note, a by-product of a build."""
    (sdist,) = (real_release / "python").glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        names = sorted(name.partition("/")[2] for name in archive.getnames())
    coded = {f"seeds/articles/{path.stem}.yaml" for path in (real_seeds / "articles").glob("*.txt")}
    shared = {
        f"seeds/{folder}/{path.name}"
        for folder in ("changes", "languages", "registers")
        for path in (real_seeds / folder).glob("*.yaml")
    }
    listed = {name for name in list_members() if not SEEDS.match(name)}
    assert names == sorted(listed | coded | shared | {"seeds/README.md"}), (
        "tests/README.md says how to list it anew"
    )


def test_an_sdist_of_the_sdist_holds_the_same(real_release: Path, tmp_path: Path) -> None:
    """Catch an unpacked sdist that cannot be packed again, for lack of the articles."""
    (sdist,) = (real_release / "python").glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        unpack_safely(archive, tmp_path)
    command = [sys.executable, "-m", "hatchling", "build", "-t", "sdist", "-d", str(tmp_path)]
    subprocess.run(
        command, cwd=tmp_path / sdist.name.removesuffix(".tar.gz"), check=True, capture_output=True
    )
    with tarfile.open(sdist) as first, tarfile.open(tmp_path / sdist.name) as second:
        assert first.getnames() == second.getnames()


def test_the_sdist_leaves_out_only_what_is_not_ours(checkout: Path) -> None:
    """Catch a kind of file that pyproject.toml does not let in, so that the sdist lacks a part."""
    git = ["git", "-C", str(checkout), "ls-files"]
    tracked = subprocess.run(git, capture_output=True, text=True, check=True).stdout.splitlines()
    missing = {name for name in set(tracked) - list_members() if not SEEDS.match(name)}
    assert missing == {name for name in tracked if LEFT_OUT.fullmatch(name)}


def test_the_wheel_holds_the_program_its_pages_and_the_database(real_release: Path) -> None:
    """Catch a file that the installed program lacks, and one that it does not need."""
    (wheel,) = (real_release / "python").glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = {name for name in archive.namelist() if ".dist-info/" not in name}
    program = {name.removeprefix("src/") for name in list_members() if name.startswith("src/")}
    documents = {f"istanbul_talks/documents/{name}" for name in DOCUMENTS}
    assert names == program | documents | {"istanbul_talks/istanbul-talks.db"}
