"""Write the data dictionary, generated from datapackage.json, into docs/codebook.md.

Exit status: 0 the page is up to date, 1 it is out of date (with --check), 2 misuse.
"""

import argparse
import sys

from generated_docs.data_dictionary import dictionary
from generated_docs.markdown_pages import fill
from pipeline.command_options import Options, add_check
from pipeline.contract import read_contract


def main() -> int:
    """Fill the page named on the command line."""
    options = _parse()
    parts = {"dictionary": dictionary(read_contract(options.package))}
    return fill(options.page, parts, check=options.check)


def _parse() -> argparse.Namespace:
    parser = Options(__doc__)
    parser.add_package()
    parser.add_page("docs/codebook.md")
    add_check(parser)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
