"""Write docs/cli.md: the help of `talks` and of each of its commands, as they print it.

`talks` is run, as a process, on the database that is given, whose ids its examples show. Needs the package
installed.

Exit status: 0 the page is up to date now, 1 it is out of date (with --check), 2 misuse.
"""

import argparse
import sys

from generated_docs.cli_manual import manual
from generated_docs.markdown_pages import fill
from pipeline.command_options import Options, add_check


def main() -> int:
    """Fill the page named on the command line."""
    options = _parse()
    return fill(options.page, {"help": manual(options.database)}, check=options.check)


def _parse() -> argparse.Namespace:
    parser = Options(__doc__)
    parser.add_page("docs/cli.md")
    parser.add_database("the database it shows")
    add_check(parser)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
