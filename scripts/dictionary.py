"""Write the data dictionary, generated from datapackage.json, into docs/codebook.md.

Exit status: 0 the page is up to date, 1 it is out of date (with --check), 2 misuse.
"""

import argparse
import sys
from pathlib import Path

from makers.contract import read_contract
from quality.dictionary import dictionary
from quality.pages import fill

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    """Fill the page named on the command line."""
    options = _parse()
    parts = {"dictionary": dictionary(read_contract(options.package))}
    return fill(options.page, parts, check=options.check)


def _parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--package", type=Path, default=ROOT / "datapackage.json", help="the contract")
    parser.add_argument("--page", type=Path, default=ROOT / "docs" / "codebook.md", help="the page to fill")
    parser.add_argument("--check", action="store_true", help="write nothing; say whether it is up to date")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
