"""Who was in the room, in which post and spelling.

\b
Examples:
  talks delegations
  talks delegations 2022 --columns person,place,posts
"""

import sqlite3
from typing import Annotated

import typer

from istanbul_talks.questions import Answer, Condition, ask
from istanbul_talks.running import lists

Which = Annotated[str | None, typer.Argument(metavar="[WHICH]", help="The year, or how the name begins.")]


@lists
def run(db: sqlite3.Connection, which: Which = None) -> Answer:
    beginning = Condition("substr(delegation, 1, length(?)) = ?", (which, which)) if which else None
    return ask(db, "delegations", [beginning])
