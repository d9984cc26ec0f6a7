"""Compare the two codings of the articles and write the figures into docs/quality.md.

--first writes the first coding down from a built database, as it stands now, to be compared.
--differences prints every difference that is not yet decided, as in seeds/recoding/adjudication.yaml.

Exit status: 0 the page is up to date, 1 it is out of date (with --check) or something is wrong with the
codings or the adjudication, 2 misuse.
"""

import argparse
import sys
from contextlib import closing
from pathlib import Path

from evaluation.adjudication import Adjudication
from evaluation.agreement_tables import Compared, comparison
from evaluation.coded_units import read_pairs
from evaluation.coding_differences import as_questions, differences
from evaluation.export_first_coding import write_first
from generated_docs.markdown_pages import fill
from pipeline import BuildError
from pipeline.command_options import Options, add_check
from pipeline.contract import read_contract
from pipeline.open_readonly import open_readonly
from pipeline.problems import Problems


def main() -> int:
    """Do what the options ask."""
    options = _parse()
    codings = options.seeds / "recoding"
    if options.first:
        with closing(open_readonly(options.first)) as connection:
            write_first(connection, codings / "first")
        return 0
    try:
        return _compare(options, codings)
    except BuildError as error:
        print(*error.messages, sep="\n", file=sys.stderr)
        return 1


def _compare(options: argparse.Namespace, codings: Path) -> int:
    pairs = read_pairs(options.seeds / "articles", codings, read_contract(options.package))
    compared, problems = [Compared(pair) for pair in pairs], Problems()
    found, adjudication = differences(compared), Adjudication(codings / "adjudication.yaml", problems)
    if options.differences:
        print(as_questions(adjudication.open_ones(found)))
        return 0
    adjudication.complain_of_answers_without_question(found)
    problems.raise_blocking(draft=False)
    parts = {**comparison(compared), "adjudication": adjudication.summary(found)}
    return fill(options.page, parts, check=options.check)


def _parse() -> argparse.Namespace:
    parser = Options(__doc__)
    parser.add_seeds()
    parser.add_page("docs/quality.md")
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--first", type=Path, metavar="DATABASE", help="write the first coding down")
    what.add_argument("--differences", action="store_true", help="print what is not decided")
    add_check(what)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
