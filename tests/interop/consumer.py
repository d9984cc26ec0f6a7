"""A third-party consumer of a release: a program, an artifact, and what the one finds in the other.

Each opens one artifact as a user of that program would, and counts: rows by table, nodes and edges,
references. Some run `in_process`, in this Python; others are `isolated`, in environments of their own.
What does not belong here: what should be found (test_interop.py), and any help to the program.
"""

import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from interop.environments import CURRENT_PYTHON, Environment

Counts = dict[str, int]


class Consumer(NamedTuple):
    """What a program finds in an artifact.

    `artifact` is a path in the release; {dataset} is the dataset's name. `environment` is where the program
    runs.
    """

    program: str
    artifact: str
    read: Callable[[Path], Counts]
    environment: Environment = CURRENT_PYTHON

    def locate(self, release: Path, dataset: str) -> Path:
        """Return the path of the artifact in a release of the dataset of that name."""
        return release / self.artifact.format(dataset=dataset)

    @property
    def name(self) -> str:
        """The program's name, with its language where that must be told."""
        language = self.environment.language
        return f"{self.program} ({language})" if language else self.program

    @property
    def version(self) -> str:
        """The version of the program."""
        return self.environment.read_version(self.program)


@contextmanager
def unzip_package(archive: Path) -> Iterator[Path]:
    """Give the datapackage.json of an archive, with all it names beside it."""
    with TemporaryDirectory() as folder, zipfile.ZipFile(archive) as package:
        package.extractall(folder)
        yield Path(folder, "datapackage.json")
