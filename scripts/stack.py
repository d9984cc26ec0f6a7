"""The command that stacks releases; what it does is in artifacts/parquet_stack.py."""

from pathlib import Path
from typing import Annotated

import typer

from command_line.command_app import exit_on, make_app, needs_extra, run
from command_line.shared_options import BUILD

with needs_extra("release"):
    from artifacts.parquet_stack import stack_releases
    from pipeline import BuildError

app = make_app()


@app.command()
def main(
    releases: Annotated[list[Path], typer.Argument(metavar="RELEASE...", help="Folders with parquet/.")],
    out: Annotated[Path, typer.Option(help="The folder to make.", show_default="build/stack/")] = BUILD
    / "stack",
) -> None:
    """Stack the Parquet files of releases, for programs that read many datasets as one.

    The folder has one folder a table, partitioned by dataset as Hive does it; what it holds of other datasets
    stays. docs/scale.md shows how to read it. Needs the extra `release`.

    Example: `python scripts/stack.py build/release ../another/build/release --out build/stack`

    Exit status: 0 made, 1 something is wrong with a release, 2 misuse.
    """
    with exit_on(BuildError, note="nothing was stacked"):
        print(*stack_releases(releases, out), sep="\n")


if __name__ == "__main__":
    run(app)
