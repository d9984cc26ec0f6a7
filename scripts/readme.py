"""Write the generated parts of README.md: the counts, and a picture of each command it depicts.

A command is depicted by an image that it describes, as in `![talks demands](docs/pictures/demands.svg)`. It
is run, as a process, on the database that is given. Needs the extra `dev`.

Exit status: 0 everything is up to date, 1 something is out of date (with --check), 2 misuse.
"""

import argparse
import sys

from generated_docs.markdown_pages import fill
from generated_docs.readme_parts import counts, pictures
from pipeline.command_options import Options, add_check


def main() -> int:
    """Fill the page named on the command line and draw its pictures."""
    options = _parse()
    stale = fill(options.page, {"counts": counts(options.database)}, check=options.check)
    for picture in pictures(options.page, options.database):
        stale |= picture.refresh(check=options.check)
    return stale


def _parse() -> argparse.Namespace:
    parser = Options(__doc__)
    parser.add_page("README.md")
    parser.add_database("the database it shows")
    add_check(parser)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
