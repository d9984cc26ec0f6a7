"""Datasets for tests: a folder with seeds/, and data/ and a database once they are built."""

import sqlite3
import sys
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from makers import Report, build

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "datapackage.json"


@dataclass(frozen=True)
class Dataset:
    """A folder with seeds/, and data/ and the database once they are built."""

    folder: Path

    @property
    def seeds(self) -> Path:
        return self.folder / "seeds"

    @property
    def data(self) -> Path:
        return self.folder / "data"

    @property
    def database(self) -> Path:
        return self.folder / "build" / "test.db"

    @property
    def package(self) -> Path:
        """The contract: the dataset's own where it has one, else the repository's."""
        own = self.folder / PACKAGE.name
        return own if own.exists() else PACKAGE

    def build(self, *, with_text: bool = True, draft: bool = False) -> Report:
        return build(self.seeds, self.package, self.database, self.data, with_text=with_text, draft=draft)

    def command(self, *options: str) -> list[str]:
        """Return the command line that builds this dataset."""
        places = {"seeds": self.seeds, "package": self.package, "data": self.data, "out": self.database}
        named = [word for name, path in places.items() for word in (f"--{name}", str(path))]
        return [sys.executable, str(ROOT / "scripts/build.py"), *named, *options]

    def edit(self, file: str, old: str, new: str) -> None:
        """Replace words that stand exactly once in a file of the seeds."""
        path = self.seeds / file
        content = path.read_text(encoding="utf-8")
        assert content.count(old) == 1, f"{old!r} stands {content.count(old)} times in {file}"
        path.write_text(content.replace(old, new), encoding="utf-8")

    def write(self, file: str, content: str) -> None:
        """Write a file of the seeds anew."""
        path = self.seeds / file
        path.parent.mkdir(exist_ok=True)
        path.write_text(content, encoding="utf-8")

    def query(self, sql: str, *values: object) -> list[tuple[object, ...]]:
        with closing(sqlite3.connect(self.database)) as connection:
            return connection.execute(sql, values).fetchall()

    def outputs(self) -> dict[str, bytes]:
        """Return the bytes of every output by path."""
        files = [*self.data.glob("*"), *self.database.parent.glob("*")]
        return {str(path.relative_to(self.folder)): path.read_bytes() for path in files}
