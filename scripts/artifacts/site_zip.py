"""The site of the released database as plain files, in a zip."""

from pathlib import Path
from tempfile import TemporaryDirectory

from artifacts.archive_files import write_zip
from artifacts.release_context import ReleaseContext
from artifacts.release_readme import PAGE
from istanbul_talks.database.outputs import MARKER
from static_pages import write_static_site


def write_site(context: ReleaseContext, path: Path) -> None:
    """Write the zip, which holds one folder of the same name, talks.html in it for the search."""
    page = context.folder / PAGE
    with TemporaryDirectory() as aside:
        folder = Path(aside) / path.stem
        write_static_site(
            context.artifact_path(".db"), folder, context.moment, page if page.exists() else None
        )
        files = (file for file in folder.rglob("*") if file.is_file() and file.name != MARKER)
        write_zip(path, {file.relative_to(aside).as_posix(): file.read_bytes() for file in files})
