"""How fast the site answers, against Datasette's own row page, and how much its pages weigh.

Everything is asked of `talks serve` over one connection, as a browser asks: compressed, one page after the
other, in turn, so that a busy machine slows all alike. A page is first when its address is new to the server,
which makes it then, and kept when the server has it ready.
"""

import gzip
import http.client
import re
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from statistics import median
from urllib.parse import urlsplit

from generated_docs.markdown_table import format_table
from generated_docs.site_browser import serve_site
from pipeline.readonly_database import open_readonly

FULLEST = """
SELECT
  (SELECT source_id FROM quotes GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1),
  (SELECT claim_id FROM statements WHERE claim_id IS NOT NULL GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1)
"""
"""The article with most quotes and the claim with most statements."""

PAUSE = 0.002
"""Seconds between two requests, so that none waits for what the server does after the one before."""

ROW = "Datasette's row page"
LOADED = re.compile(r'<(?:link rel="stylesheet" href|script src)="([^"]+)"([^>]*)>')
"""A style or script that a page loads, with its further attributes."""


@dataclass(frozen=True)
class PageAnswer:
    """A page as it comes: seconds to its first byte and to its last, the bytes sent, and the page itself."""

    first_byte: float
    whole: float
    sent: int
    page: str


class SiteVisitor:
    """A browser with one connection, which asks for one page after the other."""

    def __init__(self, address: str) -> None:
        self._connection = http.client.HTTPConnection(urlsplit(address).netloc)

    def get(self, path: str) -> PageAnswer:
        """Return the page; raise HTTPException where the server gives none."""
        time.sleep(PAUSE)
        start = time.perf_counter()
        self._connection.request("GET", path, headers={"Accept-Encoding": "gzip"})
        response = self._connection.getresponse()
        first_byte = time.perf_counter() - start
        body = response.read()
        whole = time.perf_counter() - start
        if response.status != http.client.OK:
            raise http.client.HTTPException(f"{path}: {response.status}")
        page = gzip.decompress(body) if response.headers["content-encoding"] == "gzip" else body
        return PageAnswer(first_byte, whole, len(body), page.decode())


def tabulate_pages(database: Path, rounds: int) -> str:
    """Return the table of the pages: requests a second, time to the first byte, weight."""
    with serve_site(database) as address:
        visitor = SiteVisitor(address)
        answers = _time_pages(visitor, list_pages(database), rounds)
        baseline = median(answer.whole for answer in answers[ROW])
        rows = [_make_row(visitor, name, given, baseline) for name, given in answers.items()]
    head = ("page", "requests a second", "against the row page", "first byte, ms")
    return format_table((*head, "kB sent", "kB unpacked", "holding up the drawing"), rows, right=6)


def tabulate_large_site(small: Path, large: Path, rounds: int) -> str:
    """Return the table of the front page and the search, in a small and in a large database."""
    times = {}
    for path in (small, large):
        with serve_site(path) as address:
            times[path] = _time_pages(SiteVisitor(address), list_wide_pages(), rounds)
    few, many = (
        {name: _compute_median(given) for name, given in times[path].items()} for path in (small, large)
    )
    rows = [(name, f"{few[name]:.1f}", f"{many[name]:.1f}", f"{many[name] / few[name]:.1f}") for name in few]
    return format_table(("milliseconds", "this dataset", "large", "ratio"), rows, right=3)


def list_pages(database: Path) -> dict[str, Callable[[], str]]:
    """Return what gives the path to ask for, by the page's name."""
    with closing(open_readonly(database)) as connection:
        source, claim = connection.execute(FULLEST).fetchone()
    pages = {
        "reading page": f"/-/read/{source}",
        "record page": f"/-/record/{claim}",
        "front page": "/",
    }
    both = {
        f"{name}, {way}": make(path)
        for name, path in pages.items()
        for way, make in (("first", _number_path), ("kept", _repeat_path))
    }
    return {ROW: _repeat_path(f"/{database.stem}/claims/{claim}"), **both}


def list_wide_pages() -> dict[str, Callable[[], str]]:
    """Return what gives the path of a page that concerns the whole database, by the page's name."""
    return {
        "front page, first": _number_path("/"),
        "front page, kept": _repeat_path("/"),
        "search, a rare word": _repeat_path("/-/search?q=communique"),
        "search, a word of most records": _repeat_path("/-/search?q=the"),
    }


def _repeat_path(path: str) -> Callable[[], str]:
    """Return what gives the path, always the same."""
    return lambda: path


def _number_path(path: str) -> Callable[[], str]:
    """Return what gives the path with a number behind it, which the server has not seen before."""
    numbers = count()
    return lambda: f"{path}?n={next(numbers)}"


def _time_pages(
    visitor: SiteVisitor, pages: dict[str, Callable[[], str]], rounds: int
) -> dict[str, list[PageAnswer]]:
    """Return the answers of every page, asked for in turn; a first round, to warm up, is left out."""
    answers: dict[str, list[PageAnswer]] = {name: [] for name in pages}
    for _ in range(rounds + 1):
        for name, path in pages.items():
            answers[name].append(visitor.get(path()))
    return {name: given[1:] for name, given in answers.items()}


def _compute_median(answers: list[PageAnswer]) -> float:
    """Return the median time of an answer in milliseconds."""
    return 1000 * median(answer.whole for answer in answers)


def _make_row(visitor: SiteVisitor, name: str, answers: list[PageAnswer], baseline: float) -> tuple[str, ...]:
    """Return the line of a page: its times, and the weight of it with its styles and scripts."""
    seconds = median(answer.whole for answer in answers)
    page = answers[-1]
    loaded = [(visitor.get(path), attributes) for path, attributes in LOADED.findall(page.page)]
    sent = page.sent + sum(part.sent for part, _ in loaded)
    unpacked = len(page.page.encode()) + sum(len(part.page.encode()) for part, _ in loaded)
    holding_up = sum("defer" not in attributes and "module" not in attributes for _, attributes in loaded)
    return (
        name,
        f"{1 / seconds:.0f}",
        f"{baseline / seconds:.2f}",
        f"{1000 * median(answer.first_byte for answer in answers):.1f}",
        f"{sent / 1000:.0f}",
        f"{unpacked / 1000:.0f}",
        str(holding_up),
    )
