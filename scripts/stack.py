"""Stack the Parquet files of releases, for programs that read many datasets as one.

    python scripts/stack.py build/release ../another/build/release --out build/stack

In the folder stands one folder a table, partitioned by dataset as Hive does it; what it holds of other
datasets stays. docs/scale.md shows how to read it. Needs the extra `release`.

Exit status: 0 made, 1 something is wrong with a release, 2 misuse.
"""

import argparse
import sys
from pathlib import Path

from artifacts.parquet_stack import stack_releases
from pipeline import BuildError
from pipeline.command_options import Options


def main() -> int:
    """Stack and print the datasets that were put in."""
    options = _parse()
    try:
        names = stack_releases(options.releases, options.out)
    except BuildError as error:
        print(*error.messages, "nothing was stacked", sep="\n", file=sys.stderr)
        return 1
    print(*names, sep="\n")
    return 0


def _parse() -> argparse.Namespace:
    parser = Options(__doc__)
    parser.add_argument("releases", type=Path, nargs="+", metavar="RELEASE", help="a folder with parquet/")
    parser.add_out("stack")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
