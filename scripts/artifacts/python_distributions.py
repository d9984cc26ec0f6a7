"""The program as an sdist, and as a wheel built from that sdist, the database inside both.

What they hold is declared in pyproject.toml and hatch_build.py.
"""

import os
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

from artifacts.release_context import ReleaseContext


def write_distributions(context: ReleaseContext, folder: Path) -> None:
    """Build sdist and wheel into a new folder."""
    folder.mkdir()
    _build("sdist", context, context.root, folder)
    (sdist,) = folder.glob("*.tar.gz")
    with tempfile.TemporaryDirectory() as place, tarfile.open(sdist) as archive:
        unpack_safely(archive, place)
        (unpacked,) = Path(place).iterdir()
        _build("wheel", context, unpacked, folder)


def unpack_safely(archive: tarfile.TarFile, place: str | Path) -> None:
    """Unpack an archive, refusing what would leave its place; Python 3.11.2 cannot refuse yet."""
    archive.extraction_filter = getattr(tarfile, "data_filter", None)
    archive.extractall(place)


def _build(target: str, context: ReleaseContext, root: Path, folder: Path) -> None:
    moment = str(int(context.moment.timestamp()))
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", target, "-d", folder.absolute()],
        cwd=root,
        env={**os.environ, "SOURCE_DATE_EPOCH": moment, "HATCH_QUIET": "1"},
        stdout=subprocess.DEVNULL,
        check=True,
    )
