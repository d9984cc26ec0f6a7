"""Serves a site, and opens a headless Chromium to look at it (with playwright)."""

import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, Playwright, ViewportSize

SIZES = {"desktop": ViewportSize(width=1280, height=900), "phone": ViewportSize(width=390, height=844)}
"""The windows in which the site is looked at."""

SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PATIENCE = 15
"""Seconds after which a server that does not answer is taken to have failed."""


def launch_chromium(playwright: Playwright) -> Browser | None:
    """Return the machine's Chromium, started, None where there is none."""
    path = shutil.which("chromium")
    return playwright.chromium.launch(executable_path=path, args=FLAGS) if path else None


@contextmanager
def serve_site(database: Path) -> Iterator[str]:
    """Serve a database with `talks serve`, at the address that is yielded; raises TimeoutError."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "istanbul_talks", "--db", str(database), "serve", "--port", str(port)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            address = f"http://127.0.0.1:{port}"
            _wait_for(address)
            yield address
        finally:
            server.terminate()


def _wait_for(address: str) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            urllib.request.urlopen(address).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise TimeoutError(f"nothing answers at {address}")
