"""Reads SQL files: those of a folder of scripts/sql/, or any, apart from the comment that each opens with."""

from collections.abc import Iterator
from functools import cache
from itertools import takewhile
from pathlib import Path
from typing import NamedTuple

SQL_FOLDER = Path(__file__).resolve().parent.parent / "sql"


class SqlFile(NamedTuple):
    """A SQL file: its name without suffix, the comment it opens with as one line, the SQL after that."""

    name: str
    comment: str
    sql: str


@cache
def read_sql_folder(folder: str) -> tuple[SqlFile, ...]:
    """Return the files of a folder of scripts/sql/, by name."""
    return tuple(read_sql_file(path) for path in sorted((SQL_FOLDER / folder).glob("*.sql")))


def read_sql_file(path: Path) -> SqlFile:
    """Return one file; its SQL has no semicolon at the end."""
    content = path.read_text(encoding="utf-8")
    comment = list(read_comment(content))
    sql = "\n".join(content.splitlines()[len(comment) :]).strip().removesuffix(";")
    return SqlFile(path.stem, " ".join(comment), sql)


def read_comment(sql: str) -> Iterator[str]:
    """Yield the lines of the comment that SQL opens with."""
    for line in takewhile(lambda line: line.startswith("--"), sql.splitlines()):
        yield line.removeprefix("--").strip()
