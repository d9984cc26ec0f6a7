"""Reading a reader's own copy of an article: a text file or a page of HTML, as it is.

Nothing is normalised: positions count the code points of the text, line ends as the file has them, without
a byte order mark. Of HTML the visible text is read, with a line break wherever a block begins or ends.
"""

import hashlib
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple

from istanbul_talks.errors import TalksError

HTML_NAMES = {".html", ".htm", ".xhtml"}
HTML_OPENINGS = ("<!doctype html", "<html")
UNSEEN = {"script", "style", "template", "title"}
# fmt: off
WITHIN_LINES = {
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i",
    "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "tt",
    "time", "u", "var", "wbr",
}
# fmt: on


class Copy(NamedTuple):
    """The text of a file, whether it was read from HTML, and the SHA-256 of the file's bytes."""

    text: str
    is_html: bool
    sha256: str


def read(path: Path) -> Copy:
    """Return what a file has to say; TalksError where it is no text in UTF-8."""
    content = path.read_bytes()
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise TalksError(f"{path} is no text in UTF-8 (byte {error.start}); save it as such") from error
    if "\0" in text:
        raise TalksError(f"{path} is no text but holds zero bytes; give a text file in UTF-8")
    is_html = path.suffix.lower() in HTML_NAMES or text.lstrip().lower().startswith(HTML_OPENINGS)
    return Copy(_visible(text) if is_html else text, is_html, hashlib.sha256(content).hexdigest())


def _visible(html: str) -> str:
    """Return the text of a page of HTML as a reader sees it."""
    page = Page()
    page.feed(html)
    page.close()
    return "".join(page.pieces)


class Page(HTMLParser):
    """A page of HTML from which the text is picked."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self._unseen: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Break the line where a block begins; read nothing inside what is not seen."""
        if self._unseen is None and tag in UNSEEN:
            self._unseen = tag
        self._break(tag)

    def handle_endtag(self, tag: str) -> None:
        """Break the line where a block ends."""
        if tag == self._unseen:
            self._unseen = None
        self._break(tag)

    def handle_data(self, data: str) -> None:
        """Keep the words that are seen."""
        if self._unseen is None:
            self.pieces.append(data)

    def _break(self, tag: str) -> None:
        if tag not in WITHIN_LINES:
            self.pieces.append("\n")
