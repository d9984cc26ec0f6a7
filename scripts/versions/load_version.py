"""Opening: a dataset as it was once, in whatever form it was kept, as its contract and its rows.

It is a folder or zip of the data package, a folder with a release or the database of one, or a commit or tag
of a git checkout, whose data/ is read without a build.
"""

import csv
import io
import sqlite3
import subprocess
import tarfile
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple

from pipeline.contract import Contract, Field, Row, Table, Value, parse_contract
from pipeline.problems import BuildError
from pipeline.row_store import Key
from pipeline.table_ddl import quote_identifier
from versions.contract_from_database import described_contract

CONTRACT = "datapackage.json"


class Version(NamedTuple):
    """A dataset at one moment: the name it was asked by, its contract, its rows by table and primary key."""

    name: str
    contract: Contract
    tables: Mapping[str, Mapping[Key, Row]]

    @property
    def number(self) -> str:
        """The version as the contract has it."""
        return str(self.contract.package["version"])


class CannotOpen(Exception):  # noqa: N818  (it says what happened)
    """What was named holds no dataset; the message says why, in one line."""


def open_version(name: str, checkout: Path) -> Version:
    """Return the dataset that a path, or else a commit of the checkout, names; raise CannotOpen if none."""
    path = Path(name)
    try:
        if path.is_dir():
            return _from_folder(name, path)
        if zipfile.is_zipfile(path):
            return _from_zip(name, path)
        return _from_database(name, path) if path.is_file() else _from_git(name, checkout)
    except (KeyError, ValueError, OSError, sqlite3.Error, BuildError) as error:
        reason = " ".join(str(error).split())
        raise CannotOpen(f"{name} is not a whole dataset: {type(error).__name__}: {reason}") from error


def assemble(name: str, contract: Contract, read: Callable[[str], bytes]) -> Version:
    """Return the dataset of this contract; `read` gives the bytes of a file by its path in the package."""
    tables = [table for table in contract.tables.values() if table.path]
    return Version(
        name, contract, {table.name: _keyed(table, _csv(read(str(table.path)))) for table in tables}
    )


def _from_folder(name: str, folder: Path) -> Version:
    if (folder / CONTRACT).is_file():
        return _from_package(name, lambda path: (folder / path).read_bytes())
    packages = sorted(folder.glob("*-csv.zip"))
    if len(packages) != 1:
        raise CannotOpen(f"{name} has neither {CONTRACT} nor the data package of one release (*-csv.zip)")
    return _from_zip(name, packages[0])


def _from_zip(name: str, path: Path) -> Version:
    with zipfile.ZipFile(path) as archive:
        return _from_package(name, archive.read)


def _from_git(name: str, checkout: Path) -> Version:
    command = ["git", "-C", str(checkout), "archive", "--format=tar", name, "--", CONTRACT, "data"]
    run = subprocess.run(command, capture_output=True, check=False)
    if run.returncode:
        complaint = run.stderr.decode(errors="replace").strip().partition("\n")[0]
        raise CannotOpen(
            f"{name} is no file, no folder, and no commit of {checkout} with a dataset: {complaint}"
        )
    with tarfile.open(fileobj=io.BytesIO(run.stdout)) as archive:
        files = {member.name: file.read() for member in archive if (file := archive.extractfile(member))}
    return _from_package(name, files.__getitem__)


def _from_package(name: str, read: Callable[[str], bytes]) -> Version:
    return assemble(name, parse_contract(read(CONTRACT).decode("utf-8"), f"{name}/{CONTRACT}"), read)


def _csv(content: bytes) -> Iterator[dict[str, str]]:
    return csv.DictReader(io.StringIO(content.decode("utf-8"), newline=""))


def _keyed(table: Table, rows: Iterable[Mapping[str, Any]]) -> dict[Key, Row]:
    typed: Iterator[Row] = (
        {column.name: _value(column, row[column.name]) for column in table.fields.values()} for row in rows
    )
    return {tuple(row[column] for column in table.primary_key): row for row in typed}


def _value(column: Field, cell: Any) -> Value:
    """Return a cell, the same from every form: a CSV has words only, and SQLite makes 12 a 12.0."""
    if cell in {None, ""}:
        return None
    if column.type not in {"integer", "number"}:
        return str(cell)
    number = float(cell)
    return int(number) if number.is_integer() else number


def _from_database(name: str, path: Path) -> Version:
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
        connection.row_factory = sqlite3.Row
        contract = described_contract(connection)
        tables = [table for table in contract.tables.values() if table.path]
        rows = {
            table.name: connection.execute(f"SELECT * FROM {quote_identifier(table.name)}")
            for table in tables
        }
        return Version(
            name, contract, {table.name: _keyed(table, map(dict, rows[table.name])) for table in tables}
        )
