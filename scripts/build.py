"""The command that builds data/ and the database; what it does is in pipeline/."""

from pathlib import Path
from typing import Annotated

import typer

from command_line.command_app import make_app, needs_extra, run
from command_line.shared_options import DATA, DATABASE, PACKAGE, SEEDS, Check, Package, Seeds

with needs_extra("build"):
    from pipeline import BuildError, build, find_stale_csvs

app = make_app()


@app.command()
def main(
    *,
    seeds: Seeds = SEEDS,
    package: Package = PACKAGE,
    data: Annotated[Path, typer.Option(help="The folder of the CSVs.", show_default="data/")] = DATA,
    out: Annotated[
        Path, typer.Option(dir_okay=False, help="The database.", show_default=f"build/{DATABASE.name}")
    ] = DATABASE,
    check: Check = False,
    draft: Annotated[bool, typer.Option("--draft", help="Let unfinished coding pass, and count it.")] = False,
    without_text: Annotated[
        bool, typer.Option("--without-text", help="Leave the articles' text out, as releases do.")
    ] = False,
    force: Annotated[
        bool, typer.Option("--force", help="Replace also a file that is no database or CSV of this dataset.")
    ] = False,
) -> int:
    """Build data/ and the database from seeds/.

    Example: `python scripts/build.py --draft` while an article is being coded.

    Exit status: 0 built, 1 something is wrong with the seeds (or, with --check, data/ is out of date),
    2 misuse.
    """
    try:
        if check:
            return _check(seeds, package, data)
        print(build(seeds, package, out, data, with_text=not without_text, draft=draft, force=force))
    except BuildError as error:
        typer.echo(f"{error}\n{len(error.messages)} problems; nothing was written", err=True)
        return 1
    return 0


def _check(seeds: Path, package: Path, data: Path) -> int:
    stale = find_stale_csvs(seeds, package, data)
    for name in stale:
        typer.echo(f"{data / name} is out of date; run scripts/build.py", err=True)
    return 1 if stale else 0


if __name__ == "__main__":
    run(app)
