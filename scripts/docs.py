"""The command that refreshes what is generated in README.md and docs/; what it does is in generated_docs/."""

from pathlib import Path
from sqlite3 import OperationalError
from typing import Annotated

import typer

from command_line.command_app import exit_on, make_app, needs_extra, run
from command_line.shared_options import DATABASE, DOCS, PACKAGE, README, SEEDS, Check, Database

with needs_extra("dev"):
    from evaluation.check_trials import DRAFTS, run_check_trials, tabulate_checks
    from evaluation.draft_trials import measure_drafts, tabulate_drafts
    from evaluation.matched_records import refresh_matched_records
    from evaluation.mutation_runs import MUTATIONS, run_mutations, tabulate_mutations
    from evaluation.reanchor_trials import COPIES, run_reanchor_trials, tabulate_rates
    from evaluation.reliability_tables import measure_reliability
    from generated_docs.cog_pages import refresh_pages
    from generated_docs.measured_seeds import stamp_figures
    from generated_docs.readme_parts import refresh_pictures
    from generated_docs.repository_metadata import refresh_metadata
    from generated_docs.site_pictures import PictureError, open_site, take_every_page, take_readme_pictures
    from pipeline import BuildError
    from pipeline.json_layout import restore_layout

app = make_app()


@app.command()
def main(
    database: Database = DATABASE,
    check: Check = False,
    measure: Annotated[
        bool, typer.Option("--measure", help="Measure anew what takes minutes: quality, reliability.")
    ] = False,
    pictures: Annotated[
        bool, typer.Option("--pictures", help="Take the site's pictures of README.md anew, in Chromium.")
    ] = False,
    screenshots: Annotated[
        Path | None,
        typer.Option(metavar="FOLDER", help="Only keep a picture of every kind of page of the site here."),
    ] = None,
) -> int:
    """Refresh the generated parts of README.md and docs/, the pictures of what `talks` prints, and
    the layout of datapackage.json, and make CITATION.cff and .zenodo.json of it.

    They show a built database (scripts/build.py): all that a new article changes. What takes long to measure
    stays as it is and says what it was measured on, until a release: besides --measure and --pictures,
    docs/performance.md and docs/scale.md are refreshed by scripts/bench.py, docs/interoperability.md by
    `python -m pytest -m slow tests/interop --refresh`. Needs the extra `dev`.

    Example: `python scripts/docs.py --check`

    Exit status: 0 everything is up to date, 1 something is out of date (with --check) or cannot be made,
    2 misuse.
    """
    with exit_on(BuildError, PictureError):
        if screenshots:
            with open_site(database) as (browser, site):
                take_every_page(browser, site, database, screenshots)
            print(f"{len(list(screenshots.glob('*.png')))} pictures in {screenshots}")
            return 0
        if pictures and not check:
            with open_site(database) as (browser, site):
                take_readme_pictures(browser, site, database, DOCS / "pictures")
        figures = _measure() if measure else {}
    status = restore_layout(PACKAGE, check=check) or refresh_metadata(PACKAGE, check=check)
    with exit_on(OperationalError, note=f"{database} is no built database; run `python scripts/build.py`"):
        status = refresh_matched_records(SEEDS, PACKAGE, database, check=check) or status
    about_last = sorted(DOCS.glob("*.md"), key=lambda page: (page.stem == "about", page))
    pages = [README, *about_last]
    stale_pages = refresh_pages(pages, figures, database=database, check=check)
    return status or stale_pages or refresh_pictures(README, database, check=check)


def _measure() -> dict[str, str]:
    mutations = tabulate_mutations(run_mutations(SEEDS, PACKAGE, MUTATIONS))
    rates = tabulate_rates(run_reanchor_trials(SEEDS, PACKAGE, COPIES))
    checks = tabulate_checks(run_check_trials(SEEDS, PACKAGE, DRAFTS))
    drafts = tabulate_drafts(measure_drafts(SEEDS, PACKAGE))
    parts = [stamp_figures(figures, SEEDS, PACKAGE) for figures in (mutations, rates, checks, drafts)]
    parts.append(measure_reliability(PACKAGE))
    return {name: table for part in parts for name, table in part.items()}


if __name__ == "__main__":
    run(app)
