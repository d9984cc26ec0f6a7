"""The command that drafts the coding of a new article; what it does is in drafting/."""

from pathlib import Path
from typing import Annotated

import typer

from command_line.command_app import MISUSE, exit_on, make_app, needs_extra, run
from command_line.shared_options import BUILD, PACKAGE, SEEDS, Package, Seeds

with needs_extra("build"):
    from drafting.article_differences import list_differences
    from drafting.article_files import begin_article
    from drafting.draft_file import propose_coding
    from pipeline import BuildError

app = make_app(
    """Draft the coding of a new article. What is unsure is left as TODO, which the build refuses.

    Example: `python scripts/draft.py new ~/received.txt --id harbour-talks --published 2025-06-02`

    Exit status: 0 written, 1 something is wrong with the seeds or in the way, 2 misuse.
    """
)


@app.command()
def new(
    text: Annotated[Path, typer.Argument(exists=True, dir_okay=False, help="The text as it was received.")],
    *,
    name: Annotated[str, typer.Option("--id", help="A short slug: what the article is named by.")],
    published: Annotated[
        str | None, typer.Option(metavar="DATE", help="The day, where it is known from outside.")
    ] = None,
    seeds: Seeds = SEEDS,
    package: Package = PACKAGE,
) -> None:
    """Copy an article into seeds/, and begin its coding, its author and its entry in the contract.

    Example: `python scripts/draft.py new ~/received.txt --id harbour-talks --published 2025-06-02`
    """
    with exit_on(BuildError):
        for path in begin_article(text, name, published, seeds, package):
            print(path)


@app.command()
def propose(
    name: Annotated[str, typer.Argument(metavar="ID", help="An article that `new` began.")],
    *,
    force: Annotated[bool, typer.Option("--force", help="Lose a draft that is there and differs.")] = False,
    out: Annotated[Path, typer.Option(help="The folder of drafts.", show_default="build/drafts/")] = BUILD
    / "drafts",
    seeds: Seeds = SEEDS,
    package: Package = PACKAGE,
) -> None:
    """Write into build/drafts/ what the coded articles and the language's rules propose for an article.

    Nothing is written into seeds/. Example: `python scripts/draft.py propose harbour-talks`
    """
    with exit_on(BuildError):
        print(propose_coding(name, seeds, package, out / f"{name}.yaml", force=force))


@app.command()
def compare(
    article: Annotated[str, typer.Argument(metavar="ID", help="The article, coded or being coded.")],
    *,
    seeds: Seeds = SEEDS,
    package: Package = PACKAGE,
) -> None:
    """List where an article differs from the others on what they share, and the pairs nobody has compared.

    Candidates for registers/discrepancies.yaml, each with the line of the coding. Needs no finished coding.

    Example: `python scripts/draft.py compare sham-dialogue`
    """
    with exit_on(BuildError), exit_on(LookupError, status=MISUSE):
        for line in list_differences(article, seeds, package):
            print(line)


if __name__ == "__main__":
    run(app)
