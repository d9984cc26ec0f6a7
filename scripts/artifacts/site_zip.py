"""Website: the site of the released database as plain files, in a zip."""

from pathlib import Path
from tempfile import TemporaryDirectory

from artifacts.archive_files import write_zip
from artifacts.release_context import Edition
from static_pages import publish


def write_site(edition: Edition, path: Path) -> None:
    """Write the zip; what it holds lies in one folder, named as the zip is."""
    with TemporaryDirectory() as aside:
        folder = Path(aside) / path.stem
        publish(edition.path(".db"), folder, edition.created)
        files = (file for file in folder.rglob("*") if file.is_file())
        write_zip(path, {file.relative_to(aside).as_posix(): file.read_bytes() for file in files})
