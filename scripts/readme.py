"""Write the generated parts of README.md: the counts, and a picture of each command it depicts.

A command is depicted by an image that it describes, as in `![talks demands](docs/pictures/demands.svg)`. It
is run, as a process, on the database that is given. Needs the extra `dev`.

Exit status: 0 everything is up to date, 1 something is out of date (with --check), 2 misuse.
"""

import argparse
import sys
from pathlib import Path

from quality.overview import counts, pictures
from quality.pages import fill

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    """Fill the page named on the command line and draw its pictures."""
    options = _parse()
    stale = fill(options.page, {"counts": counts(options.database)}, check=options.check)
    for picture in pictures(options.page, options.database):
        stale |= picture.refresh(check=options.check)
    return stale


def _parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--page", type=Path, default=ROOT / "README.md", help="the page to fill")
    parser.add_argument(
        "--database", type=Path, default=ROOT / "build" / "istanbul-talks.db", help="the database it shows"
    )
    parser.add_argument("--check", action="store_true", help="write nothing; say whether it is up to date")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
