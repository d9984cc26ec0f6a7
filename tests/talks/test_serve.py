"""Tests of `talks serve` as a program: what it prints, and what other computers get."""

import signal
import sqlite3
import subprocess
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import urlencode

import pytest

from fixtures.talks_runner import TALKS

PATHS = [
    "/-/read/well-talks",
    "/test/texts",
    "/test/texts.json",
    "/test.json?" + urlencode({"sql": "SELECT text FROM texts"}),
    "/test.db",
]


@contextmanager
def _serve(db: Path, *options: str) -> Iterator[tuple[subprocess.Popen[bytes], str, str]]:
    """Serve a database; yield the process, its first line, and its address on this computer."""
    command = [*TALKS, "--db", str(db), "serve", "--port", "0", *options]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as server:
        assert server.stdout is not None
        line = server.stdout.readline().decode()
        try:
            yield server, line, line.partition(";")[0].partition(",")[0].rstrip("/").strip()
        finally:
            server.terminate()


def _stop(server: subprocess.Popen[bytes]) -> str:
    """Stop a server as Ctrl+C does; return what it printed after its first line."""
    server.send_signal(signal.SIGINT)
    return server.communicate()[0].decode()


def _find_unquoted(db: Path) -> bytes:
    """Return words of an article that no quote covers."""
    with closing(sqlite3.connect(db)) as read:
        (text,) = read.execute("SELECT text FROM texts WHERE source_id = 'well-talks'").fetchone()
        covered = read.execute("SELECT exact, prefix, suffix FROM quotes").fetchall()
    said = " ".join(str(part) for row in covered for part in row)
    lines: list[str] = text.splitlines()
    return next(line for line in lines if len(line) > 40 and line not in said).encode()


def _read(address: str) -> bytes:
    return bytes(urllib.request.urlopen(address).read())


@pytest.mark.parametrize(
    ("options", "whole"),
    [((), True), (("--host", "0.0.0.0"), False), (("--host", "0.0.0.0", "--with-text"), True)],
)
def test_other_computers_get_the_whole_text_only_where_it_is_asked_for(
    village_db: Path, options: tuple[str, ...], whole: bool
) -> None:
    with closing(sqlite3.connect(village_db)) as read:
        (text,) = read.execute("SELECT text FROM texts WHERE source_id = 'well-talks'").fetchone()
    ending = text.rstrip()[-12:].encode()
    with _serve(village_db, *options) as (server, line, address):
        assert ("without the articles' whole text" in line) == (not whole)
        assert ("other computers" in line) == bool(options)
        pages = {path: _read(address + path) for path in PATHS}
        assert not _stop(server)
    assert (_find_unquoted(village_db) in pages["/test.db"]) == whole
    assert (ending in pages["/test/texts.json"]) == whole
    assert ("characters …]".encode() in pages["/-/read/well-talks"]) == (not whole)
    assert (ending in pages[PATHS[3]]) == whole
    assert b"/-/record/share-the-well" in pages["/-/read/well-talks"]


def test_requests_are_logged_only_where_it_is_asked_for(village_db: Path) -> None:
    for options in ((), ("--verbose",)):
        with _serve(village_db, *options) as (server, line, address):
            assert line == f"{address}/; Ctrl+C stops it\n"
            _read(address)
            assert ("GET / HTTP" in _stop(server)) == bool(options)


@pytest.mark.parametrize(("option", "opened"), [("--open", True), ("--no-open", False), (None, False)])
def test_into_a_pipe_the_browser_opens_only_where_it_is_asked_for(
    village_db: Path, tmp_path: Path, option: str | None, opened: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    note = tmp_path / "opened"
    monkeypatch.setenv("BROWSER", f"sh -c 'echo \"$0\" > {note}' %s")
    with _serve(village_db, *([option] if option else [])) as (server, _, address):
        _read(address)
        _stop(server)
    assert note.exists() == opened
