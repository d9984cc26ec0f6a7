"""The command that measures speed, size and memory; what it does is in benchmarks/."""

import sqlite3
from typing import Annotated

import typer

from command_line.command_app import exit_on, make_app, needs_extra, print_or_fill, run
from command_line.shared_options import DATABASE, Database, Page

app = make_app(
    """Measure speed, size and memory, always as ratios within one run.

    Prints tables; with --page writes them into a page of docs/ instead.

    Example: `python scripts/bench.py speed --rounds 5`

    Exit status: 0 measured, 1 the engines answer differently, or something is not installed, 2 misuse.
    """
)

Rounds = Annotated[int, typer.Option(min=1, help="Rounds after the first.")]


@app.command()
def speed(
    rounds: Rounds = 15,
    large: Annotated[
        int | None, typer.Option(min=1, metavar="QUOTES", help="Measure on so many quotes too.")
    ] = None,
    articles: Annotated[
        int | None, typer.Option(min=1, help="Measure builds of up to so many made-up articles too.")
    ] = None,
    page: Page = None,
) -> int:
    """Measure the build, `talks` and the site against baselines and peers.

    Needs the extra `dev` and the package installed, not as an editable one, whose files every process looks
    for longer.

    Example: `python scripts/bench.py speed --articles 10000 --large 1000000 --page docs/performance.md`
    """
    with needs_extra("dev"):
        from benchmarks.speed_tables import measure_speed  # noqa: PLC0415  (of another extra than scale's)

    with exit_on(FileNotFoundError):
        tables = measure_speed(rounds, articles, large)
    return print_or_fill(tables, page)


@app.command()
def answers(
    database: Database = DATABASE,
    phrases: Annotated[int, typer.Option(min=1, help="How many phrases of the articles to look for.")] = 200,
    page: Page = None,
) -> int:
    """Measure how long the listings of `talks` are, and what its search finds.

    Needs the extra `dev`, the package installed, and a database with the articles' text.

    Example: `python scripts/bench.py answers --page docs/performance.md`
    """
    with needs_extra("dev"):
        from benchmarks.answer_measures import measure_answers  # noqa: PLC0415  (of another extra than scale's)

    missing = f"{database}: no talks database; make one with python scripts/build.py"
    with exit_on(FileNotFoundError), exit_on(sqlite3.Error, note=missing):
        tables = measure_answers(database, phrases)
    return print_or_fill(tables, page)


@app.command()
def scale(
    sizes: Annotated[
        list[int] | None,
        typer.Option("--size", min=1, metavar="QUOTES", help="How many quotes; may be given several times."),
    ] = None,
    rounds: Rounds = 5,
    page: Page = None,
) -> int:
    """Measure how far one SQLite file goes, and what DuckDB does with Parquet, on copies of the dataset.

    At each size the articles are repeated until there are enough quotes. Needs the extra `interop`.

    Example: `python scripts/bench.py scale --size 10000 --size 100000 --page docs/scale.md`
    """
    with needs_extra("interop"):
        import duckdb  # noqa: F401, PLC0415  (asked for now, not after minutes)

        from benchmarks.scale_tables import SIZES, measure_scale  # noqa: PLC0415

    with exit_on(ValueError):
        tables = measure_scale(sizes or SIZES, rounds)
    return print_or_fill(tables, page)


if __name__ == "__main__":
    run(app)
