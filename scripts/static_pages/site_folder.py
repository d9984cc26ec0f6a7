"""Site: the whole folder, written file by file from the front page on, put into place when it is whole."""

import asyncio
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from pipeline.atomic_replace import recover_folder, replace_folder, staging_folder
from pipeline.open_readonly import open_readonly
from pipeline.problems import BuildError
from pipeline.progress import Progress
from static_pages.crawl import crawl
from static_pages.datasette_client import Site
from static_pages.file_addresses import Addresses
from static_pages.link_check import broken_links
from static_pages.page_frame import Frame
from static_pages.render import Maker

SEARCHED = "static/records.js"  # what a folder made here has
OFTEN = 200  # files after which it is told how far the writing is


class Written(NamedTuple):
    """How many files were written, how many bytes together, and whether whole articles stand in them."""

    files: int
    size: int
    with_text: bool


def publish(database: Path, target: Path, made: datetime) -> Written:
    """Make the folder `target` anew: the site of a talks database as files, `made` at that moment.

    Raises BuildError where the database has no such site or a link would lead nowhere; the old folder is
    then as it was.
    """
    recover_folder(target, SEARCHED)
    with closing(_opened(database)) as connection, staging_folder(target) as aside:
        folder = aside / target.name
        with ThreadPoolExecutor(1) as thread:  # of its own, for this one may be running a loop already
            thread.submit(asyncio.run, _write(database, connection, folder, made)).result()
        if broken := broken_links(folder):
            raise BuildError(broken)
        sizes = [path.stat().st_size for path in folder.rglob("*") if path.is_file()]
        (texts,) = connection.execute("SELECT count(*) FROM texts").fetchone()
        replace_folder(folder, target)
    return Written(len(sizes), sum(sizes), texts > 0)


def _opened(database: Path) -> sqlite3.Connection:
    """Return a connection that only reads. Raises BuildError where the file is no talks database."""
    try:
        connection = open_readonly(database, check_same_thread=False)
        connection.execute("SELECT 1 FROM contract_package, records LIMIT 1")
    except sqlite3.Error as error:
        raise BuildError(
            [f"{database}: no talks database ({error}); make one with python scripts/build.py"]
        ) from error
    return connection


async def _write(database: Path, connection: sqlite3.Connection, folder: Path, made: datetime) -> None:
    """Write all files that can be reached from the front page."""
    site, progress = Site(database), Progress()
    addresses = Addresses(connection, site.name, await site.questions())
    frame = Frame(await site.page("/-/questions"))
    maker = Maker(site, database, connection, addresses, frame, f"Static edition, made {made:%Y-%m-%d}.")
    written = 0
    async for file, content in crawl(addresses.start(), maker.make):
        path = folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        written += 1
        if written % OFTEN == 0:
            progress.step(f"{written:,} files written")
    progress.step("checking the links")
