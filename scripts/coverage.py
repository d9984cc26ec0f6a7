"""Tell how much of each article the coding accounts for.

It counts sentences, quotation marks, reporting words and numbers in a built database that has its texts. With
--list it prints every open item with its position and sentence, with --page it writes the table into a page.

Exit status: 0, or with --check 1 if the page is out of date; 2 misuse.
"""

import argparse
import sys
from collections import Counter
from contextlib import closing

from evaluation.coverage_items import STATES, CoverageItem, find_coverage_items
from evaluation.coverage_table import coverage_table
from generated_docs.markdown_pages import fill
from pipeline.command_options import DATABASE, Options, add_check, present
from pipeline.open_readonly import open_readonly


def main() -> int:
    """Print the table or the open items, or fill the page."""
    options = _parse()
    with closing(open_readonly(options.database)) as connection:
        items = list(find_coverage_items(connection))
    if options.page:
        return fill(options.page, {"coverage": coverage_table(items)}, check=options.check)
    if options.list:
        _print_open(items)
    else:
        _print_table(items)
    return 0


def _print_table(items: list[CoverageItem]) -> None:
    counts = Counter((item.source, item.kind, item.state) for item in items)
    print(f"{'':44}", *(f"{state:>10}" for state in STATES))
    for source, kind in dict.fromkeys((item.source, item.kind) for item in items):
        print(f"{source:26}{kind:18}", *(f"{counts[source, kind, state]:10}" for state in STATES))


def _print_open(items: list[CoverageItem]) -> None:
    for item in items:
        if item.state == "open":
            print(f"{item.source} {item.span.start}-{item.span.end} {item.kind}: {item.words!r}")
            print(f"    {item.sentence}")


def _parse() -> argparse.Namespace:
    parser = Options(__doc__)
    parser.add_argument(
        "database", type=present, nargs="?", default=str(DATABASE), help=f"build/{DATABASE.name}"
    )
    parser.add_argument("--list", action="store_true", help="list what is open")
    parser.add_argument("--page", type=present, help="the page to fill (docs/quality.md)")
    add_check(parser)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
