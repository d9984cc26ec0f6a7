"""The command that measures the coding, reanchoring and checking; what it does is in evaluation/."""

from contextlib import closing
from pathlib import Path
from sqlite3 import DatabaseError
from typing import Annotated

import typer

from command_line.command_app import exit_on, make_app, needs_extra, print_or_fill, run
from command_line.shared_options import DATABASE, PACKAGE, SEEDS, Database, Package, Page, Seeds

with needs_extra("build"):
    from evaluation.check_trials import DRAFTS, list_surprises, run_check_trials, tabulate_checks
    from evaluation.coverage_table import list_accepted, list_open, read_items, tabulate_coverage
    from evaluation.draft_trials import measure_drafts, tabulate_drafts
    from evaluation.export_first_coding import export_first_coding
    from evaluation.fuzz_trials import DAMAGED, list_failures, run_fuzz
    from evaluation.mutation_runs import MUTATIONS, list_mutations, run_mutations, tabulate_mutations
    from evaluation.reanchor_trials import COPIES, run_reanchor_trials, tabulate_rates
    from evaluation.reliability_tables import MADE_UP_SEEDS, measure_reliability
    from generated_docs.measured_seeds import stamp_figures
    from pipeline import BuildError
    from pipeline.readonly_database import open_readonly

app = make_app(
    """Measure the coding: what it leaves open, how far two coders agree, which mistakes the checks see,
    and how much of it a draft would have had; and what the programs do with what is damaged or hostile.

    Prints tables; with --page writes them into a page of docs/ instead. Needs the extra `build`, and for the
    agreement `quality`.

    Example: `python scripts/quality.py coverage --list`

    Exit status: 0 measured, 1 something is wrong with the coding or the database, 2 misuse.
    """
)

Count = Annotated[int, typer.Option(min=1, help="How many copies are made.")]


@app.command()
def coverage(
    database: Database = DATABASE,
    listed: Annotated[
        bool, typer.Option("--list", help="Print instead every open item, then the accepted.")
    ] = False,
) -> None:
    """Print how much of each article the coding accounts for.

    Counts sentences, quotation marks, reporting words, numbers and dates in a built database that has the
    articles' text: coded / explained / accepted / open.

    Example: `python scripts/quality.py coverage --list`
    """
    with exit_on(DatabaseError, note=f"{database} is no built database with the articles' text"):
        items = read_items(database)
    if listed:
        print(*list_open(items), *list_accepted(database), sep="\n")
    else:
        print(tabulate_coverage(items))


@app.command()
def agreement(
    seeds: Seeds = SEEDS,
    package: Package = PACKAGE,
    differences: Annotated[
        bool, typer.Option("--differences", help="Print instead every difference that nobody has decided.")
    ] = False,
    first: Annotated[
        Path | None,
        typer.Option(exists=True, metavar="DATABASE", help="Keep the coding of a database as the first."),
    ] = None,
) -> None:
    """Print how far the two codings of the articles agree, and what was decided where they differ.

    Example: `python scripts/quality.py agreement --differences`
    """
    if first:
        with closing(open_readonly(first)) as connection:
            export_first_coding(connection, seeds / "recoding" / "first")
        return
    with needs_extra("quality"):
        from evaluation.comparison import read_comparison  # noqa: PLC0415  (the other measures need no scipy)

    with exit_on(BuildError):
        comparison = read_comparison(seeds, package)
        tables = [comparison.list_undecided()] if differences else comparison.tabulate().values()
        print("\n\n".join(dict.fromkeys(tables)))


@app.command()
def mutations(
    seeds: Seeds = SEEDS,
    package: Package = PACKAGE,
    count: Count = MUTATIONS,
    listed: Annotated[bool, typer.Option("--list", help="Print every mutation instead.")] = False,
    page: Page = None,
) -> int:
    """Corrupt copies of the coding in small ways, and see which checks catch it.

    Every mutation is drawn by seeded chance, so the same coding gives the same tables. Takes half a minute.

    Example: `python scripts/quality.py mutations --page docs/quality.md`
    """
    with exit_on(BuildError):
        made = run_mutations(seeds, package, count)
    if listed:
        print(*list_mutations(made), sep="\n")
        return 0
    return print_or_fill(stamp_figures(tabulate_mutations(made), seeds, package), page)


@app.command()
def reanchoring(
    seeds: Seeds = SEEDS, package: Package = PACKAGE, count: Count = COPIES, page: Page = None
) -> int:
    """Run `talks reanchor` on edited copies of the articles, and count what it finds and where it errs.

    The edits are drawn by seeded chance, so the same coding and code give the same table. Takes some minutes.

    Example: `python scripts/quality.py reanchoring --page docs/reanchoring.md`
    """
    with exit_on(BuildError):
        verdicts = run_reanchor_trials(seeds, package, count)
    return print_or_fill(stamp_figures(tabulate_rates(verdicts), seeds, package), page)


@app.command()
def checking(
    seeds: Seeds = SEEDS,
    package: Package = PACKAGE,
    count: Annotated[int, typer.Option(min=1, help="How many drafts are made.")] = DRAFTS,
    listed: Annotated[
        bool, typer.Option("--list", help="Print instead each passage of which something else is said.")
    ] = False,
    page: Page = None,
) -> int:
    """Run `talks check` on drafts with planted mistakes; count what it tells and where it objects wrongly.

    The drafts are drawn by seeded chance, so the same coding and code give the same tables. Takes some
    minutes.

    Example: `python scripts/quality.py checking --page docs/checking.md`
    """
    with exit_on(BuildError):
        judgements = run_check_trials(seeds, package, count)
    if listed:
        print(*list_surprises(judgements), sep="\n")
        return 0
    return print_or_fill(stamp_figures(tabulate_checks(judgements), seeds, package), page)


@app.command()
def drafts(seeds: Seeds = SEEDS, package: Package = PACKAGE, page: Page = None) -> int:
    """Draft each article as if only the others were coded, and count what its coding has of the draft.

    Example: `python scripts/quality.py drafts --page docs/quality.md`
    """
    with exit_on(BuildError):
        tables = tabulate_drafts(measure_drafts(seeds, package))
    return print_or_fill(stamp_figures(tables, seeds, package), page)


@app.command()
def reliability(
    package: Package = PACKAGE,
    count: Count = DAMAGED,
    listed: Annotated[
        bool, typer.Option("--list", help="Print instead each damaged copy that was not told well.")
    ] = False,
    page: Page = None,
) -> int:
    """Build damaged copies of made-up seeds, and count what is told with file and line, and what is not.

    The damage is drawn by seeded chance, so the same code gives the same table. Takes some minutes.

    Example: `python scripts/quality.py reliability --page docs/reliability.md`
    """
    with exit_on(BuildError):
        if listed:
            print(*list_failures(run_fuzz(MADE_UP_SEEDS, package, count)), sep="\n")
            return 0
        return print_or_fill(measure_reliability(package, count), page)


if __name__ == "__main__":
    run(app)
