"""Reads the SQL files of scripts/sql/, by folder."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

SQL_FOLDER = Path(__file__).resolve().parent.parent / "sql"


class SqlFile(NamedTuple):
    """One SQL file: its name without suffix, the comment it opens with, and the SQL after that."""

    name: str
    comment: str
    sql: str


def read_sql_folder(folder: str) -> list[SqlFile]:
    """Return the queries of a folder of scripts/sql/, by name."""
    return [_read_sql_file(path) for path in sorted((SQL_FOLDER / folder).glob("*.sql"))]


def _read_sql_file(path: Path) -> SqlFile:
    lines = path.read_text(encoding="utf-8").splitlines()
    comment = list(_leading_comment(lines))
    sql = "\n".join(lines[len(comment) :]).strip().removesuffix(";")
    return SqlFile(path.stem, " ".join(line.removeprefix("--").strip() for line in comment), sql)


def _leading_comment(lines: list[str]) -> Iterator[str]:
    for line in lines:
        if not line.startswith("--"):
            return
        yield line
