"""A whole release, written aside and put into place when every artifact of it is there."""

import shutil
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from artifacts.artifact_list import ARTIFACTS
from artifacts.flat_tables import add_views
from artifacts.git_info import read_moment
from artifacts.provenance import compute_checksum
from artifacts.release_context import Artifact, ReleaseContext, write_text
from artifacts.release_readme import CHECKSUMS, describe_release
from artifacts.reproduced_shares import Share, measure_shares
from artifacts.version_gate import check_version
from generated_docs.repository_metadata import format_citation_file
from istanbul_talks.database.outputs import FolderOutput, stage_outputs
from pipeline import BuildError, build
from pipeline.contract import read_contract
from pipeline.readonly_database import open_readonly
from versions.dataset_version import Version


def make_release(
    root: Path,
    seeds: Path,
    package: Path,
    target: Path,
    *,
    since: Version | None = None,
    artifacts: Sequence[Artifact] = ARTIFACTS,
) -> list[Share]:
    """Make the folder `target` anew: the artifacts of the dataset in `seeds`, and their checksums.

    `root` is the checkout, `package` the contract's file, `since` the release before, if there was one.
    Returns how much of each article the release reproduces. Raises BuildError where the dataset cannot be
    built, is no valid data package, or cannot follow the release before under its version, OutputError where
    the folder is one of other things; it is then as it was.
    """
    with (
        stage_outputs(FolderOutput(target)) as (folder,),
        _open_context(root, seeds, package, folder) as context,
    ):
        if since:
            check_version(context, since)
        _write_artifacts(context, artifacts)
        return list(measure_shares(context))


@contextmanager
def _open_context(root: Path, seeds: Path, package: Path, folder: Path) -> Iterator[ReleaseContext]:
    """Build the released database into the folder, and open it."""
    contract, data = read_contract(package), folder.with_name("data")
    if "created" not in contract.package:
        raise BuildError([f"{package}: `created` is missing: say when this version was, as it will be cited"])
    database = folder / f"{contract.package['name']}.db"
    build(seeds, package, database, data, with_text=False)
    with closing(open_readonly(database)) as connection:
        add_views(connection)
        yield ReleaseContext(root, seeds, package, data, folder, contract, connection, read_moment(root))


def _write_artifacts(context: ReleaseContext, artifacts: Sequence[Artifact]) -> None:
    for artifact in artifacts:
        path = context.folder / artifact.name.format(name=context.name)
        path.parent.mkdir(parents=True, exist_ok=True)
        artifact.write(context, path)
    citation = format_citation_file(context.contract.package, context.day)
    write_text(context.folder / "CITATION.cff", citation)
    for name in ("LICENSE", "LICENSE-DATA"):
        shutil.copyfile(context.root / name, context.folder / name)
    made = [each for each in artifacts if (context.folder / each.name.format(name=context.name)).exists()]
    write_text(context.folder / "README.md", describe_release(context, made))
    write_text(context.folder / CHECKSUMS, "".join(_list_checksums(context.folder)))


def _list_checksums(folder: Path) -> Iterator[str]:
    """Yield a line for each file, as sha256sum prints and reads it."""
    for path in sorted(found for found in folder.rglob("*") if found.is_file()):
        yield f"{compute_checksum(path)}  {path.relative_to(folder).as_posix()}\n"
