"""Assembling: a whole release, written aside and put into place when every artefact of it is there."""

import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from artifacts.artifact_list import ARTEFACTS
from artifacts.flat_tables import add_views
from artifacts.git_info import moment
from artifacts.provenance import checksum
from artifacts.release_context import Edition, write_text
from artifacts.release_readme import CHECKSUMS, about_release
from artifacts.reproduced_shares import Share, shares
from artifacts.version_gate import check_sequel
from pipeline import build
from pipeline.atomic_replace import recover_folder, replace_folder, staging_folder
from pipeline.contract import read_contract
from pipeline.open_readonly import open_readonly
from versions.load_version import Version


def release(
    root: Path, seeds: Path, package: Path, target: Path, since: Version | None = None
) -> list[Share]:
    """Make the folder `target` anew: every artefact of the dataset in `seeds`, and their checksums.

    `root` is the checkout, `package` the contract's file, `since` the release before, if there was one.
    Returns how much of each article the release reproduces. Raises BuildError where the dataset cannot be
    built, or cannot follow the release before under its version; the old folder is then as it was.
    """
    recover_folder(target, CHECKSUMS)
    with staging_folder(target) as aside:
        folder = aside / target.name
        folder.mkdir()
        with _edition(root, seeds, package, folder) as edition:
            if since:
                check_sequel(edition, since)
            _write(edition)
            reproduced = list(shares(edition))
        replace_folder(folder, target)
    return reproduced


@contextmanager
def _edition(root: Path, seeds: Path, package: Path, folder: Path) -> Iterator[Edition]:
    """Build the released database into the folder, and open it."""
    contract, data = read_contract(package), folder.with_name("data")
    database = folder / f"{contract.package['name']}.db"
    build(seeds, package, database, data, with_text=False)
    with closing(open_readonly(database)) as connection:
        add_views(connection)
        yield Edition(root, seeds, package, data, folder, contract, connection, moment(root))


def _write(edition: Edition) -> None:
    for artefact in ARTEFACTS:
        path = edition.folder / artefact.name.format(name=edition.name)
        path.parent.mkdir(parents=True, exist_ok=True)
        artefact.write(edition, path)
    for name in ("CITATION.cff", "LICENSE", "LICENSE-DATA"):
        shutil.copyfile(edition.root / name, edition.folder / name)
    write_text(edition.folder / "README.md", about_release(edition, ARTEFACTS))
    write_text(edition.folder / CHECKSUMS, "".join(_checksums(edition.folder)))


def _checksums(folder: Path) -> Iterator[str]:
    """Yield a line for each file, as sha256sum prints and reads it."""
    for path in sorted(found for found in folder.rglob("*") if found.is_file()):
        yield f"{checksum(path)}  {path.relative_to(folder).as_posix()}\n"
