"""Build data/ and the database from seeds/.

Exit status: 0 built, 1 something is wrong with the seeds (or, with --check, data/ is out of date), 2 misuse.
"""

import argparse
import os
import sys
from pathlib import Path

from pipeline import BuildError, build, find_stale_csvs
from pipeline.command_options import Options

ROOT = Path(os.path.relpath(Path(__file__).resolve().parent.parent))


def main() -> int:
    """Run the build named on the command line and print its report."""
    options = _parse()
    try:
        if options.check:
            return _check(options)
        report = build(
            options.seeds,
            options.package,
            options.out,
            options.data,
            with_text=not options.without_text,
            draft=options.draft,
        )
    except BuildError as error:
        print(
            *error.messages, f"{len(error.messages)} problems; nothing was written", sep="\n", file=sys.stderr
        )
        return 1
    print(report)
    return 0


def _check(options: argparse.Namespace) -> int:
    stale = find_stale_csvs(options.seeds, options.package, options.data)
    print(
        *(f"{options.data / name} is out of date; run scripts/build.py" for name in stale),
        sep="\n",
        file=sys.stderr,
    )
    return 1 if stale else 0


def _parse() -> argparse.Namespace:
    parser = Options(__doc__)
    parser.add_argument("--seeds", type=Path, default=ROOT / "seeds", help="articles and coding (seeds/)")
    parser.add_argument("--package", type=Path, default=ROOT / "datapackage.json", help="the contract")
    parser.add_argument("--data", type=Path, default=ROOT / "data", help="folder of the CSVs (data/)")
    database = ROOT / "build" / "istanbul-talks.db"
    parser.add_argument("--out", type=Path, default=database, help="the database (build/istanbul-talks.db)")
    parser.add_argument("--check", action="store_true", help="write nothing; say whether data/ is up to date")
    parser.add_argument("--draft", action="store_true", help="let unfinished coding pass, and count it")
    parser.add_argument(
        "--without-text", action="store_true", help="leave the articles' text out, as releases do"
    )
    options = parser.parse_args()
    for path in (options.seeds, options.package):
        if not path.exists():
            parser.error(f"there is no {path}")
    if options.out.is_dir():
        parser.error(f"{options.out} is a folder; name a file in it")
    return options


if __name__ == "__main__":
    sys.exit(main())
