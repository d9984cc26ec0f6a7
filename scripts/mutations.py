"""Corrupt copies of the coding in small ways, see which checks catch it, and write that into docs/quality.md.

Every corruption is drawn by seeded chance, so the same coding gives the same table. It takes half a minute.

Exit status: 0 the page is up to date, 1 it is out of date (with --check) or the coding does not build,
2 misuse.
"""

import argparse
import sys

from evaluation.mutation_runs import kinds_table, run_mutations, uncaught
from generated_docs.markdown_pages import fill
from pipeline import BuildError
from pipeline.command_options import Options, add_check, positive

COUNT = 200


def main() -> int:
    """Run the corruptions and fill the page."""
    options = _parse()
    try:
        mutations = run_mutations(options.seeds, options.package, options.count)
    except BuildError as error:
        print(*error.messages, sep="\n", file=sys.stderr)
        return 1
    if options.list:
        for mutation in mutations:
            print(f"{mutation.kind}: {mutation.what}\n    {'; '.join(mutation.caught_by) or 'NOT CAUGHT'}")
        return 0
    parts = {"mutations": kinds_table(mutations), "uncaught": uncaught(mutations)}
    return fill(options.page, parts, check=options.check)


def _parse() -> argparse.Namespace:
    parser = Options(__doc__)
    parser.add_seeds()
    parser.add_page("docs/quality.md")
    parser.add_argument("--count", type=positive, default=COUNT, help=f"how many corruptions ({COUNT})")
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--list", action="store_true", help="print every corruption instead")
    add_check(what)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
