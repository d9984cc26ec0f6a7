"""Measure `talks reanchor` on edited copies of the articles, and write the figures into docs/reanchoring.md.

The edits are drawn by seeded chance, so the same coding and code give the same table. It takes some minutes.

Exit status: 0 the page is up to date now, 1 it is out of date (with --check) or the coding does not build,
2 misuse.
"""

import argparse
import sys

from evaluation.reanchor_trials import draw_rates, run_trials
from generated_docs.markdown_pages import fill
from pipeline import BuildError
from pipeline.command_options import Options, add_check, positive

COUNT = 1000


def main() -> int:
    """Make the copies, reanchor the quotes in them, and fill the page."""
    options = _parse()
    try:
        verdicts = run_trials(options.seeds, options.package, options.count)
    except BuildError as error:
        print(*error.messages, sep="\n", file=sys.stderr)
        return 1
    return fill(options.page, {"reanchoring": draw_rates(verdicts)}, check=options.check)


def _parse() -> argparse.Namespace:
    parser = Options(__doc__)
    parser.add_seeds()
    parser.add_page("docs/reanchoring.md")
    parser.add_argument("--count", type=positive, default=COUNT, help=f"how many copies ({COUNT})")
    add_check(parser)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
