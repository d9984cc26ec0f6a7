"""One version of a dataset: its contract and its rows, read from any form in which a version is stored.

The forms: a folder or zip of the data package, a folder with a release, the database of a release, and a
commit or tag of a git checkout, whose data/ is read without a build.
"""

import csv
import io
import sqlite3
import subprocess
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple

from pipeline.contract import Contract, Field, Row, Table, Value, parse_contract
from pipeline.problems import BuildError
from pipeline.row_store import Key
from pipeline.table_ddl import quote_identifier
from versions.database_contract import read_database_contract

CONTRACT = "datapackage.json"

LIBRARIES = (sqlite3.Error, csv.Error, zipfile.BadZipFile, tarfile.TarError, zlib.error)
BROKEN = (LookupError, ValueError, TypeError, AttributeError, OSError, EOFError, RuntimeError, *LIBRARIES)
"""What is raised where a file is damaged."""


class Version(NamedTuple):
    """A version of a dataset: the name it was opened by, its contract, its rows by table and primary key."""

    name: str
    contract: Contract
    tables: Mapping[str, Mapping[Key, Row]]

    @property
    def number(self) -> str:
        """The version number in the contract."""
        return str(self.contract.package["version"])


class OpenVersionError(Exception):
    """No dataset can be read from what was named; the message says why, in one line."""


def open_version(name: str, checkout: Path) -> Version:
    """Return the version at a path, or else at a commit or tag of the checkout; raises OpenVersionError."""
    path = Path(name)
    try:
        if path.is_dir():
            return _open_folder(name, path)
        if zipfile.is_zipfile(path):
            return _open_zip(name, path)
        return _open_database(name, path) if path.is_file() else _open_commit(name, checkout)
    except (*BROKEN, BuildError) as error:
        reason = " ".join(str(error).split())
        raise OpenVersionError(f"{name} is not a whole dataset: {type(error).__name__}: {reason}") from error


def assemble_version(name: str, contract: Contract, read: Callable[[str], bytes]) -> Version:
    """Return the version of this contract; `read` returns the bytes of a file, given its path."""
    tables = [table for table in contract.tables.values() if table.path]
    return Version(
        name,
        contract,
        {table.name: _index_rows(table, _parse_csv(read(str(table.path)))) for table in tables},
    )


def _open_folder(name: str, folder: Path) -> Version:
    if (folder / CONTRACT).is_file():
        return _read_package(name, lambda path: (folder / path).read_bytes())
    packages = sorted(folder.glob("*-csv.zip"))
    if len(packages) != 1:
        raise OpenVersionError(
            f"{name} has neither {CONTRACT} nor the data package of one release (*-csv.zip)"
        )
    return _open_zip(name, packages[0])


def _open_zip(name: str, path: Path) -> Version:
    with zipfile.ZipFile(path) as archive:
        return _read_package(name, archive.read)


def _open_commit(name: str, checkout: Path) -> Version:
    command = ["git", "-C", str(checkout), "archive", "--format=tar", name, "--", CONTRACT, "data"]
    run = subprocess.run(command, capture_output=True, check=False)
    if run.returncode:
        complaint = run.stderr.decode(errors="replace").strip().partition("\n")[0]
        raise OpenVersionError(
            f"{name} is no file, no folder, and no commit of {checkout} with a dataset: {complaint}"
        )
    with tarfile.open(fileobj=io.BytesIO(run.stdout)) as archive:
        files = {member.name: file.read() for member in archive if (file := archive.extractfile(member))}
    return _read_package(name, files.__getitem__)


def _read_package(name: str, read: Callable[[str], bytes]) -> Version:
    return assemble_version(name, parse_contract(read(CONTRACT).decode("utf-8"), f"{name}/{CONTRACT}"), read)


def _parse_csv(content: bytes) -> Iterator[dict[str, str]]:
    return csv.DictReader(io.StringIO(content.decode("utf-8"), newline=""))


def _index_rows(table: Table, rows: Iterable[Mapping[str, Any]]) -> dict[Key, Row]:
    typed: Iterator[Row] = (
        {column.name: _parse_cell(column, row[column.name]) for column in table.fields.values()}
        for row in rows
    )
    return {tuple(row[column] for column in table.primary_key): row for row in typed}


def _parse_cell(column: Field, cell: Any) -> Value:
    """Return the value of a cell, alike for CSV, which holds only text, and SQLite, where 12 may be 12.0."""
    if cell in {None, ""}:
        return None
    if column.type not in {"integer", "number"}:
        return str(cell)
    number = float(cell)
    return int(number) if number.is_integer() else number


def _open_database(name: str, path: Path) -> Version:
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
        connection.row_factory = sqlite3.Row
        contract = read_database_contract(connection)
        tables = [table for table in contract.tables.values() if table.path]
        rows = {
            table.name: connection.execute(f"SELECT * FROM {quote_identifier(table.name)}")
            for table in tables
        }
        return Version(
            name, contract, {table.name: _index_rows(table, map(dict, rows[table.name])) for table in tables}
        )
