"""Readings: a client, an artifact, what the one finds in the other, and the table of all."""

import zipfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from consumers.environments import HERE, Environment
from generated_docs.markdown_pages import table

Counts = dict[str, int]
FEW = 2  # counts that are told one by one


class Reading(NamedTuple):
    """What a client finds in an artifact.

    `artifact` is a path in the release; {name} is the dataset's name. `environment` is where the client runs.
    """

    client: str
    artifact: str
    read: Callable[[Path], Counts]
    environment: Environment = HERE

    def path(self, release: Path, name: str) -> Path:
        """Return the path of the artifact in a release of the dataset of that name."""
        return release / self.artifact.format(name=name)

    @property
    def version(self) -> str:
        """The version of the client."""
        return self.environment.version(self.client)


@contextmanager
def unzipped(archive: Path) -> Iterator[Path]:
    """Give the datapackage.json of an archive, with all it names beside it."""
    with TemporaryDirectory() as folder, zipfile.ZipFile(archive) as package:
        package.extractall(folder)
        yield Path(folder, "datapackage.json")


def readings_table(found: Iterable[tuple[Reading, Counts]], name: str) -> str:
    """Return the table of the page: client, version, what was read, what it found."""
    rows = [
        (reading.client, reading.version, f"`{reading.artifact.format(name=name)}`", _summary(counts))
        for reading, counts in found
    ]
    return table(("client", "version", "what was read", "what it found"), rows)


def _summary(counts: Counts) -> str:
    """Return counts in words; those of many tables as their sum."""
    if len(counts) > FEW:
        return f"{len(counts)} tables, {sum(counts.values())} rows"
    return ", ".join(f"{count} {what}" for what, count in counts.items())
