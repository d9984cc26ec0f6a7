"""A reader's own copy of an article, as it is read from a text file or a page of HTML.

Nothing is normalised: positions count the code points of the text, line ends as the file has them, without
a byte order mark. Of HTML the visible text is read, with a line break wherever a block begins or ends.
"""

import hashlib
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple

from istanbul_talks.errors import TalksError

HTML_SUFFIXES = {".html", ".htm", ".xhtml"}
HTML_OPENINGS = ("<!doctype html", "<html")
HIDDEN_TAGS = {"script", "style", "template", "title"}
# fmt: off
INLINE_TAGS = {
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


def read_copy(path: Path) -> Copy:
    """Return the copy that a file holds; raises TalksError where it is no text in UTF-8."""
    content = path.read_bytes()
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise TalksError(f"{path} is no text in UTF-8 (byte {error.start}); save it as such") from error
    if "\0" in text:
        raise TalksError(f"{path} is no text but holds zero bytes; give a text file in UTF-8")
    is_html = path.suffix.lower() in HTML_SUFFIXES or text.lstrip().lower().startswith(HTML_OPENINGS)
    return Copy(
        _extract_visible_text(text) if is_html else text, is_html, hashlib.sha256(content).hexdigest()
    )


def _extract_visible_text(html: str) -> str:
    """Return the text of a page of HTML as a reader sees it."""
    parser = _VisibleTextParser()
    parser.feed(html)
    parser.close()
    return "".join(parser.pieces)


class _VisibleTextParser(HTMLParser):
    """A parser of HTML that collects the visible text in `pieces`."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self._hidden_by: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Break the line where a block begins; collect nothing inside what is hidden."""
        if self._hidden_by is None and tag in HIDDEN_TAGS:
            self._hidden_by = tag
        self._break(tag)

    def handle_endtag(self, tag: str) -> None:
        """Break the line where a block ends."""
        if tag == self._hidden_by:
            self._hidden_by = None
        self._break(tag)

    def handle_data(self, data: str) -> None:
        """Keep the text, unless it is hidden."""
        if self._hidden_by is None:
            self.pieces.append(data)

    def _break(self, tag: str) -> None:
        if tag not in INLINE_TAGS:
            self.pieces.append("\n")
