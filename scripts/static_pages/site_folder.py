"""The whole folder: written file by file from the front page on, and put in place once it is complete."""

import asyncio
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from istanbul_talks.database.outputs import FolderOutput, stage_outputs
from pipeline.problems import BuildError
from pipeline.progress import Progress
from pipeline.readonly_database import count_rows, open_readonly
from static_pages.crawl import crawl
from static_pages.datasette_client import open_client
from static_pages.file_addresses import AddressBook
from static_pages.file_renderer import FileRenderer
from static_pages.link_check import find_broken_links
from static_pages.page_frame import PageFrame

PROGRESS_EVERY = 200  # files


class WrittenSite(NamedTuple):
    """How many files were written, their bytes together, and whether they contain whole articles."""

    files: int
    size: int
    with_text: bool


def write_static_site(
    database: Path, target: Path, made: datetime, search: Path | None = None
) -> WrittenSite:
    """Write the site of a talks database as files into the folder `target`; `made` is the day on its pages.

    `search` is talks.html of the same database, to which the search of each page leads, if any.
    Raises BuildError where the database has no such site or a link would lead nowhere, OutputError where the
    folder is one of other things; it is then as it was.
    """
    with (
        closing(_open_database(database)) as connection,
        stage_outputs(FolderOutput(target)) as (folder,),
    ):
        with ThreadPoolExecutor(1) as thread:  # this thread may already be running an event loop
            thread.submit(asyncio.run, _write_files(database, connection, folder, made, search)).result()
        if broken := find_broken_links(folder):
            raise BuildError(broken)
        sizes = [path.stat().st_size for path in folder.rglob("*") if path.is_file()]
        texts = count_rows(connection, "texts")
    return WrittenSite(len(sizes), sum(sizes), texts > 0)


def _open_database(database: Path) -> sqlite3.Connection:
    """Return a read-only connection. Raises BuildError where the file is no talks database."""
    try:
        connection = open_readonly(database, check_same_thread=False)
        connection.execute("SELECT 1 FROM contract_package, records LIMIT 1")
    except sqlite3.Error as error:
        raise BuildError(
            [f"{database}: no talks database ({error}); make one with python scripts/build.py"]
        ) from error
    return connection


async def _write_files(
    database: Path, connection: sqlite3.Connection, folder: Path, made: datetime, search: Path | None
) -> None:
    """Write all files that can be reached from the front page."""
    progress, note = Progress(), f"Static edition, made {made:%Y-%m-%d}."
    with open_client(database) as client:
        addresses = AddressBook(
            connection, client.name, await client.list_queries(), can_search=search is not None
        )
        frame = PageFrame(await client.fetch_page("/-/questions"))
        renderer = FileRenderer(client, addresses, frame, note, search)
        written = 0
        async for file, content in crawl(addresses.list_starts(), renderer.render):
            path = folder / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
            written += 1
            if written % PROGRESS_EVERY == 0:
                progress.step(f"{written:,} files written")
    progress.step("checking the links")
