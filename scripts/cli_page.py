"""Write docs/cli.md: the help of `talks` and of each of its commands, as they print it.

`talks` is run, as a process, on the database that is given, whose ids its examples show. Needs the package
installed.

Exit status: 0 the page is up to date now, 1 it is out of date (with --check), 2 misuse.
"""

import argparse
import sys
from pathlib import Path

from quality.commands import manual
from quality.pages import fill

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    """Fill the page named on the command line."""
    options = _parse()
    return fill(options.page, {"help": manual(options.database)}, check=options.check)


def _parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--page", type=Path, default=ROOT / "docs" / "cli.md", help="the page to fill")
    parser.add_argument(
        "--database", type=Path, default=ROOT / "build" / "istanbul-talks.db", help="the database it shows"
    )
    parser.add_argument("--check", action="store_true", help="write nothing; say whether it is up to date")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
