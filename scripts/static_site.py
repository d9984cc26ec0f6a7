"""Make build/site/: the site as plain files, to open from the folder (index.html) or put on any server.

The day that the pages carry is that of SOURCE_DATE_EPOCH, or else of the commit at hand. Needs the extra
`release`.

Exit status: 0 made, 1 the database has no such site or a link would lead nowhere, 2 misuse.
"""

import argparse
import sys

from artifacts.git_info import read_moment
from pipeline import BuildError
from pipeline.command_options import ROOT, Options
from static_pages import publish


def main() -> int:
    """Make the folder and say what is in it."""
    options = _parse()
    try:
        written = publish(options.database, options.out, read_moment(ROOT))
    except BuildError as error:
        print(*error.messages, "nothing was written", sep="\n", file=sys.stderr)
        return 1
    print(f"{written.files:,} files, {written.size / 1e6:.1f} MB; open {options.out / 'index.html'}")
    if written.with_text:
        print(
            "It shows the articles whole: keep it to yourself. One to publish is in a release, or comes of a "
            "database built with --without-text."
        )
    return 0


def _parse() -> argparse.Namespace:
    parser = Options(__doc__)
    parser.add_database("what the site shows")
    parser.add_out("site")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
