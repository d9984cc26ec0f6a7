"""Open a release with programs that nobody here wrote, and write down what they find.

The page is docs/interoperability.md. Needs a release (scripts/release.py), the extra `clients`, and node,
npm, java, and Rscript with readr and jsonlite; other clients are installed in environments of their own, anew
each time, which takes about two minutes.

Exit status: 0 the page is up to date, 1 it is out of date (with --check) or a client failed, 2 misuse.
"""

import argparse
import subprocess
import sys
from pathlib import Path

from consumers.catalogue import READINGS
from consumers.consumer import Counts, Reading, readings_table
from generated_docs.markdown_pages import fill
from pipeline.command_options import ROOT, Options, add_check
from pipeline.contract import read_contract


def main() -> int:
    """Fill the page."""
    options = _parse()
    name = str(read_contract(ROOT / "datapackage.json").package["name"])
    try:
        found = [(reading, _counts(reading, options.release, name)) for reading in READINGS]
    except ValueError as error:
        print(error, file=sys.stderr)
        return 1
    return fill(options.page, {"readings": readings_table(found, name)}, check=options.check)


def _counts(reading: Reading, release: Path, name: str) -> Counts:
    """Return what a client finds; ValueError, which names it, where it fails."""
    path = reading.path(release, name)
    try:
        return reading.read(path)
    except (subprocess.CalledProcessError, OSError, ValueError) as error:
        raise ValueError(f"{reading.client} does not read {path}: {error}") from error


def _parse() -> argparse.Namespace:
    parser = Options(__doc__)
    release = ROOT / "build" / "release"
    parser.add_argument("--release", type=Path, default=release, help="the release (build/release/)")
    parser.add_page("docs/interoperability.md")
    add_check(parser)
    options = parser.parse_args()
    if missing := sorted({program for reading in READINGS for program in reading.environment.missing}):
        parser.error(f"not installed: {', '.join(missing)}")
    if not options.release.exists():
        parser.error(f"there is no {options.release}; run scripts/release.py")
    return options


if __name__ == "__main__":
    sys.exit(main())
