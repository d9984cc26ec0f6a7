"""Make build/release/: what a journalist downloads, a repository archives and a program reads.

It is refused where its version is too small for what changed since the release before: the newest tag v…,
unless --since names another (docs/versions.md). The moment that the files carry is SOURCE_DATE_EPOCH, or else
when the commit at hand was made. Needs the extra `release`.

Exit status: 0 made, 1 something is wrong with the seeds or the version, 2 misuse.
"""

import argparse
import sys

from artifacts import make_release
from artifacts.git_info import find_last_release
from pipeline import BuildError
from pipeline.command_options import ROOT, Options
from versions.dataset_version import OpenVersionError, open_version


def main() -> int:
    """Make the release and print how much of each article it reproduces."""
    options = _parse()
    try:
        since = open_version(options.since, ROOT) if options.since else None
        reproduced = make_release(ROOT, options.seeds, options.package, options.out, since)
    except BuildError as error:
        print(*error.messages, "nothing was released", sep="\n", file=sys.stderr)
        return 1
    except OpenVersionError as error:
        print(f"release.py: {error}", file=sys.stderr)
        return 2
    for path in sorted(options.out.rglob("*")):
        if path.is_file():
            print(f"{path.stat().st_size:12,} {path.relative_to(options.out)}")
    print(*reproduced, sep="\n")
    return 0


def _parse() -> argparse.Namespace:
    parser = Options(__doc__)
    parser.add_seeds()
    parser.add_out("release")
    parser.add_argument(
        "--since",
        metavar="OLD",
        default=find_last_release(ROOT),
        help="the release before (the newest tag v…)",
    )
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
