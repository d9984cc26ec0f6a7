"""Measure `talks reanchor` on edited copies of the articles, and write the figures into docs/reanchoring.md.

The edits are drawn by seeded chance, so the same coding and code give the same table. It takes some minutes.

Exit status: 0 the page is up to date now, 1 it is out of date (with --check) or the coding does not build,
2 misuse.
"""

import argparse
import sys
from pathlib import Path

from makers import BuildError
from quality.pages import fill
from quality.reanchoring import rates_table, run_edits

ROOT = Path(__file__).resolve().parent.parent
COUNT = 1000


def main() -> int:
    """Make the copies, reanchor the quotes in them, and fill the page."""
    options = _parse()
    try:
        verdicts = run_edits(options.seeds, options.package, options.count)
    except BuildError as error:
        print(*error.messages, sep="\n", file=sys.stderr)
        return 1
    return fill(options.page, {"reanchoring": rates_table(verdicts)}, check=options.check)


def _parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--seeds", type=Path, default=ROOT / "seeds", help="articles and coding (seeds/)")
    parser.add_argument("--package", type=Path, default=ROOT / "datapackage.json", help="the contract")
    parser.add_argument(
        "--page", type=Path, default=ROOT / "docs" / "reanchoring.md", help="the page to fill"
    )
    parser.add_argument("--count", type=int, default=COUNT, help=f"how many copies ({COUNT})")
    parser.add_argument("--check", action="store_true", help="write nothing; say whether it is up to date")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
