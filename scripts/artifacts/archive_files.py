"""Writing zip and gzip files that have the same bytes for the same content, whenever they are made."""

import gzip
import shutil
import zipfile
from collections.abc import Mapping
from pathlib import Path

_EARLIEST = (1980, 1, 1, 0, 0, 0)  # the earliest time stamp that a zip can hold
_REGULAR_FILE = 0o100644 << 16
_UNIX = 3


def write_zip(path: Path, members: Mapping[str, bytes]) -> None:
    """Write a zip of the members, by name."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, content in sorted(members.items()):
            member = zipfile.ZipInfo(name, _EARLIEST)
            member.external_attr, member.create_system = _REGULAR_FILE, _UNIX
            archive.writestr(member, content, zipfile.ZIP_DEFLATED)


def write_gzip(path: Path, original: Path) -> None:
    """Write a file compressed, without its name and time."""
    with (
        original.open("rb") as content,
        path.open("wb") as file,
        gzip.GzipFile(filename="", mode="wb", compresslevel=9, fileobj=file, mtime=0) as compressed,
    ):
        shutil.copyfileobj(content, compressed)
