"""Open a release with programs that nobody here wrote, and write down what they find.

The page is docs/interoperability.md. Needs a release (scripts/release.py) and the extra `clients`.

Exit status: 0 the page is up to date, 1 it is out of date (with --check), 2 misuse.
"""

import argparse
import sys
from pathlib import Path

from makers.contract import read_contract
from quality.pages import fill
from releasing.clients import READINGS, readings_table

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    """Fill the page."""
    options = _parse()
    name = str(read_contract(ROOT / "datapackage.json").package["name"])
    found = [(reading, reading.read(reading.path(options.release, name))) for reading in READINGS]
    return fill(options.page, {"readings": readings_table(found, name)}, check=options.check)


def _parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    release, page = ROOT / "build" / "release", ROOT / "docs" / "interoperability.md"
    parser.add_argument("--release", type=Path, default=release, help="the release (build/release/)")
    parser.add_argument("--page", type=Path, default=page, help="the page to fill (docs/interoperability.md)")
    parser.add_argument("--check", action="store_true", help="write nothing; say whether it is up to date")
    options = parser.parse_args()
    if not options.release.exists():
        parser.error(f"there is no {options.release}; run scripts/release.py")
    return options


if __name__ == "__main__":
    sys.exit(main())
