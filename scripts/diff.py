"""Say what a version of the dataset changes against one before, and how large its number must be.

OLD and NEW are each a folder or zip of the data package, a release or its database, or a commit or tag of
this checkout. docs/versions.md says what a version promises.

Exit status: 0 NEW can follow OLD, 1 its version is too small or an id is gone without a word, 2 misuse.
"""

import argparse
import json
import os
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from pipeline import BuildError
from pipeline.command_options import ROOT, Options
from versions.change_messages import describe_changes, format_changelog_entry, format_report
from versions.change_records import make_change_rows, write_changelog_entry, write_changes
from versions.changes import DescribedChange
from versions.dataset_version import OpenVersionError, Version, open_version
from versions.version_bump import bump_version, list_obstacles, propose_version, weigh


def main() -> int:
    """Compare the versions named on the command line; print, and write what is asked for."""
    options = _parse()
    try:
        old, new = (open_version(name, ROOT) for name in (options.old, options.new))
        changes = describe_changes(old, new)
        found = list(list_obstacles(old, new, [change for change, _ in changes]))
    except (OpenVersionError, BuildError) as error:
        print(f"diff.py: {error}", file=sys.stderr)
        return 2
    if not found:
        _keep(options, new.number, changes)
    if options.json:
        _print_json(old, new, changes)
    else:
        _print(old, changes)
    if found and (options.write or options.changelog):
        found.append("nothing was written")
    for line in found:
        print(line, file=sys.stderr)
    return 1 if found else 0


def _keep(options: argparse.Namespace, version: str, changes: Sequence[DescribedChange]) -> None:
    if options.write:
        write_changes(options.write, version, changes)
    if options.changelog:
        write_changelog_entry(options.changelog, version, format_changelog_entry(changes))


def _print(old: Version, changes: Sequence[DescribedChange]) -> None:
    width = shutil.get_terminal_size().columns
    if changes:
        print(format_report([sentence for _, sentence in changes], width), end="\n\n")
    print(propose_version(old, [change for change, _ in changes]))


def _print_json(old: Version, new: Version, changes: Sequence[DescribedChange]) -> None:
    size = weigh(change for change, _ in changes)
    told = {
        "old": old.number,
        "new": new.number,
        "bump": size.name.lower(),
        "needed": bump_version(old.number, size),
    }
    print(json.dumps({**told, "changes": list(make_change_rows(changes))}, ensure_ascii=False, indent=2))


def _parse() -> argparse.Namespace:
    parser = Options(__doc__)
    parser.add_argument("old", metavar="OLD", help="the version before: a path, a commit or a tag")
    parser.add_argument(
        "new", metavar="NEW", nargs="?", default=str(ROOT), help="the version after (this checkout)"
    )
    parser.add_argument("--json", action="store_true", help="print for programs")
    parser.add_argument(
        "--write",
        metavar="SEEDS",
        type=Path,
        nargs="?",
        const=ROOT / "seeds",
        help="keep the changes in a folder of seeds (seeds/)",
    )
    parser.add_argument(
        "--changelog",
        metavar="PAGE",
        type=Path,
        nargs="?",
        const=ROOT / "CHANGELOG.md",
        help="write the entry of the version into a page (CHANGELOG.md)",
    )
    options = parser.parse_args()
    if options.write and not options.write.is_dir():
        parser.error(f"there is no folder {options.write}")
    if options.changelog and not options.changelog.is_file():
        parser.error(f"there is no page {options.changelog}")
    return options


if __name__ == "__main__":
    try:
        status = main()
        sys.stdout.flush()
    except BrokenPipeError:  # the reader has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = 0
    sys.exit(status)
