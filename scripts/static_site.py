"""The command that writes the site as plain files; what it does is in static_pages/."""

from pathlib import Path
from typing import Annotated

import typer

from command_line.command_app import exit_on, make_app, needs_extra, run
from command_line.shared_options import BUILD, DATABASE, ROOT, Database

with needs_extra("release"):
    from artifacts.git_info import read_moment
    from pipeline import BuildError
    from static_pages import write_static_site

app = make_app()


@app.command()
def main(
    database: Database = DATABASE,
    out: Annotated[Path, typer.Option(help="The folder to make.", show_default="build/site/")] = BUILD
    / "site",
) -> None:
    """Make build/site/: the site as plain files, to open from the folder (index.html) or put on any server.

    The day that the pages carry is that of SOURCE_DATE_EPOCH, or else of the commit at hand. Needs the extra
    `release`. Its search is talks.html where that lies beside the database, as in a release.

    Example: `python scripts/static_site.py --database build/release/istanbul-talks.db`

    Exit status: 0 made, 1 the database has no such site or a link would lead nowhere, 2 misuse.
    """
    with exit_on(BuildError, note="nothing was written"):
        search = database.with_name("talks.html")
        written = write_static_site(database, out, read_moment(ROOT), search if search.exists() else None)
    print(f"{written.files:,} files, {written.size / 1e6:.1f} MB; open {out / 'index.html'}")
    if not search.exists():
        print("It has no search: that needs talks.html beside the database, as in a release.")
    if written.with_text:
        print(
            "It shows the articles whole: keep it to yourself. One to publish is in a release, or comes of a "
            "database built with --without-text."
        )


if __name__ == "__main__":
    run(app)
