"""The command that makes a release; what it does is in artifacts/."""

from pathlib import Path
from typing import Annotated

import typer

from command_line.command_app import MISUSE, exit_on, make_app, needs_extra, run
from command_line.shared_options import BUILD, DOCS, PACKAGE, ROOT, SEEDS, Package, Seeds

with needs_extra("release"):
    from artifacts import make_release
    from artifacts.git_info import find_last_release
    from generated_docs.measured_seeds import list_outdated
    from pipeline import BuildError
    from versions.dataset_version import OpenVersionError, open_version

app = make_app()


@app.command()
def main(
    seeds: Seeds = SEEDS,
    package: Package = PACKAGE,
    out: Annotated[Path, typer.Option(help="The folder to make.", show_default="build/release/")] = BUILD
    / "release",
    since: Annotated[
        str | None, typer.Option(metavar="OLD", help="The release before.", show_default="the newest tag v…")
    ] = None,
) -> None:
    """Make build/release/: what a journalist downloads, a repository archives and a program reads.

    It is refused where its version is too small for what changed since the release before (docs/versions.md).
    The moment that the files carry is SOURCE_DATE_EPOCH, or else when the commit at hand was made. Needs the
    extra `release`.

    Example: `python scripts/release.py --since v0.1.0`

    Exit status: 0 made, 1 something is wrong with the seeds or the version, 2 misuse.
    """
    before = since or find_last_release(ROOT)
    with exit_on(BuildError, note="nothing was released"), exit_on(OpenVersionError, status=MISUSE):
        version_before = open_version(before, ROOT) if before else None
        if seeds == SEEDS:
            _check_pages()
        reproduced = make_release(ROOT, seeds, package, out, since=version_before)
    for path in sorted(out.rglob("*")):
        if path.is_file():
            print(f"{path.stat().st_size:12,} {path.relative_to(out)}")
    print(*reproduced, sep="\n")


def _check_pages() -> None:
    """Raise BuildError where figures of docs/ were measured on other seeds than are released."""
    outdated = list_outdated(sorted(DOCS.glob("*.md")), SEEDS, PACKAGE)
    if outdated:
        raise BuildError([f"{page}: measured on other seeds; CONTRIBUTING.md says how" for page in outdated])


if __name__ == "__main__":
    run(app)
