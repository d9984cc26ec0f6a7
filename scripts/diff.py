"""The command that compares two versions; what it does is in versions/."""

import json
import shutil
from pathlib import Path
from typing import Annotated

import typer

from command_line.command_app import MISUSE, exit_on, make_app, needs_extra, run
from command_line.shared_options import CHANGELOG, ROOT, SEEDS, Seeds

with needs_extra("build"):
    from pipeline import BuildError
    from versions.change_messages import describe_changes, format_changelog_entry, format_report
    from versions.change_records import make_change_rows, write_changelog_entry, write_changes
    from versions.changes import DescribedChange
    from versions.dataset_version import OpenVersionError, Version, open_version
    from versions.version_bump import bump_version, list_obstacles, propose_version, weigh

app = make_app()


@app.command()
def main(
    old: Annotated[str, typer.Argument(help="The version before: a path, a commit or a tag.")],
    new: Annotated[str, typer.Argument(help="The version after.", show_default="this checkout")] = str(ROOT),
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print for programs.")] = False,
    write: Annotated[bool, typer.Option("--write", help="Keep the changes in seeds/changes/.")] = False,
    changelog: Annotated[
        bool, typer.Option("--changelog", help="Write the entry of the version into CHANGELOG.md.")
    ] = False,
    seeds: Seeds = SEEDS,
    page: Annotated[
        Path,
        typer.Option(exists=True, dir_okay=False, help="The changelog.", show_default="CHANGELOG.md"),
    ] = CHANGELOG,
) -> int:
    """Say what a version of the dataset changes against one before, and how large its number must be.

    OLD and NEW are each a folder or zip of the data package, a release or its database, or a commit or tag of
    this checkout. docs/versions.md says what a version promises.

    Example: `python scripts/diff.py v0.1.0 --write --changelog`

    Exit status: 0 NEW can follow OLD, 1 its version is too small or an id is gone without a word, 2 misuse.
    """
    with exit_on(OpenVersionError, BuildError, status=MISUSE):
        before, after = (open_version(name, ROOT) for name in (old, new))
        changes = describe_changes(before, after)
        found = list(list_obstacles(before, after, [change for change, _ in changes]))
    if write and not found:
        write_changes(seeds, after.number, changes)
    if changelog and not found:
        write_changelog_entry(page, after.number, format_changelog_entry(changes))
    print(_as_json(before, after, changes) if as_json else _as_text(before, changes))
    if found and (write or changelog):
        found.append("nothing was written")
    for line in found:
        typer.echo(line, err=True)
    return 1 if found else 0


def _as_text(old: Version, changes: list[DescribedChange]) -> str:
    width = shutil.get_terminal_size().columns
    listed = [format_report([sentence for _, sentence in changes], width)] if changes else []
    return "\n\n".join([*listed, propose_version(old, [change for change, _ in changes])])


def _as_json(old: Version, new: Version, changes: list[DescribedChange]) -> str:
    size = weigh(change for change, _ in changes)
    summary = {
        "old": old.number,
        "new": new.number,
        "bump": size.name.lower(),
        "needed": bump_version(old.number, size),
    }
    return json.dumps({**summary, "changes": list(make_change_rows(changes))}, ensure_ascii=False, indent=2)


if __name__ == "__main__":
    run(app)
