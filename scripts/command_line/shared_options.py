"""The options that several commands have, each declared once, with its default beside it.

The defaults are relative to the current folder, as are then the files that a message names.
"""

import os
from pathlib import Path
from typing import Annotated

import typer

ROOT = Path(__file__).resolve().parent.parent.parent

_HERE = Path(os.path.relpath(ROOT))
BUILD, DATA = _HERE / "build", _HERE / "data"
README, DOCS, CHANGELOG = _HERE / "README.md", _HERE / "docs", _HERE / "CHANGELOG.md"

SEEDS = _HERE / "seeds"
Seeds = Annotated[Path, typer.Option(exists=True, help="Articles and coding.", show_default="seeds/")]

PACKAGE = _HERE / "datapackage.json"
Package = Annotated[Path, typer.Option(exists=True, help="The contract.", show_default="datapackage.json")]

DATABASE = BUILD / "istanbul-talks.db"
Database = Annotated[Path, typer.Option(help="A built database.", show_default=f"build/{DATABASE.name}")]

Check = Annotated[bool, typer.Option("--check", help="Write nothing; say whether it is up to date.")]

Page = Annotated[
    Path | None,
    typer.Option(exists=True, dir_okay=False, help="Write the tables into this page instead."),
]
