"""What every artifact of one release is made from, and where it is written."""

import json
import sqlite3
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from pipeline.contract import Contract, Row
from pipeline.table_ddl import quote_identifier


class ReleaseContext(NamedTuple):
    """A release that is being made.

    `root` is the checkout; `seeds` and `package` (the contract's file) are what was built, `data` the folder
    of the CSVs, `database` a read-only connection to the released database; `folder` is where the artifacts
    are written, `moment` (UTC) is when it is made, as far as any artifact says.
    """

    root: Path
    seeds: Path
    package: Path
    data: Path
    folder: Path
    contract: Contract
    database: sqlite3.Connection
    moment: datetime

    @property
    def name(self) -> str:
        """The data package's name, with which the artifacts' names begin."""
        return str(self.contract.package["name"])

    @property
    def created(self) -> str:
        """When this version was created, as the contract has it: the dataset is cited by it."""
        return str(self.contract.package["created"])

    @property
    def day(self) -> str:
        """The day of `created`, YYYY-MM-DD."""
        return self.created[: len("YYYY-MM-DD")]

    def artifact_path(self, ending: str) -> Path:
        """Return the path of the artifact whose name is the dataset's with this ending."""
        return self.folder / f"{self.name}{ending}"

    def select(self, sql: str, *values: object) -> Iterator[Row]:
        """Yield the rows of a query, each by column."""
        cursor = self.database.execute(sql, values)
        columns = [column[0] for column in cursor.description]
        for cells in cursor:
            yield dict(zip(columns, cells, strict=True))

    def select_all(self, name: str) -> Iterator[Row]:
        """Yield the rows of a table or view, in its order."""
        return self.select(f"SELECT * FROM {quote_identifier(name)}")


class Artifact(NamedTuple):
    """One file of a release (a folder, where the name ends in a slash), and what writes it to a path.

    `name` holds {name} where the dataset's name comes; `columns` documents those of a flat table.
    """

    name: str
    description: str
    write: Callable[[ReleaseContext, Path], None]
    columns: tuple[tuple[str, str], ...] = ()


def write_text(path: Path, content: str) -> None:
    """Write a text file: UTF-8, LF."""
    path.write_text(content, encoding="utf-8", newline="\n")


def write_json(path: Path, content: Any) -> None:
    """Write a JSON file for people and programs: indented, in the given order of keys."""
    write_text(path, json.dumps(content, ensure_ascii=False, indent=2) + "\n")
