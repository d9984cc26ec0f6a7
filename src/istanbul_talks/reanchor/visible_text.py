"""The visible text of a page of HTML, read in one pass, in time that is linear in its length.

Each piece knows where in the page it stands. Whatever is not closed ends with the page, as in a browser.
Python's own parser looks for such an end again and again. What does not belong here: which file is HTML
(read_copy.py).
"""

import html
import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

# fmt: off
INLINE_TAGS = frozenset((
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i",
    "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "tt",
    "time", "u", "var", "wbr",
))
VOID_TAGS = frozenset((
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
    "wbr",
))
# fmt: on
ENDED_TAGS = {
    "dd": ("dd", "dt"),
    "dt": ("dd", "dt"),
    "li": ("li",),
    "option": ("option",),
    "td": ("td", "th"),
    "th": ("td", "th"),
    "tr": ("td", "th", "tr"),
}
"""By the tag that begins, those of elements that it ends."""

HIDDEN_TAGS = frozenset(("datalist", "rp", "template"))

PATTERN = re.compile(
    r"""
    <!-- (?: -?> | .*? (?: --!?> | \Z ) )
    | < (?: [!?] | /(?![a-z]) ) [^>]*+ >?
    | < (?P<raw> script | style | title | noscript | iframe | noembed | noframes | textarea | xmp ) (?=[\s/>])
      .*? (?: </(?P=raw) \b [^>]*+ >? | \Z )
    | < (?P<end> /? ) (?P<tag> [a-z][^\s/>]*+ )
      (?P<attributes> (?: [^>=]++ | =\s*+ (?: "[^"]*+"?+ | '[^']*+'?+ )?+ )*+ ) >?
    | (?P<text> [^<]++ | < )
    """,
    re.IGNORECASE | re.DOTALL | re.VERBOSE,
)
"""A comment, other markup without text, an element whose content no reader sees, a tag, text."""

ATTRIBUTE = re.compile(r"""([^\s"'>/=]++)(?:\s*+=\s*+("[^"]*+|'[^']*+|[^\s>]*+))?""")
HIDING_STYLE = re.compile(r"\b(?:display\s*:\s*none|visibility\s*:\s*hidden)\b", re.IGNORECASE)

LONG_NUMBER = re.compile(r"&\#(?:[0-9]{8,}|x[0-9a-f]{8,});?", re.IGNORECASE)
"""A reference by a number that no character has."""


LINE = re.compile(r"[^\n]*\n|[^\n]+")


class VisiblePiece(NamedTuple):
    """Text as a reader sees it, one line at most, and its span in the page; of an inline tag it is empty."""

    text: str
    start: int
    end: int


def extract_visible_text(page: str) -> str:
    """Return the text of a page of HTML as a reader sees it, a line break wherever a block begins or ends."""
    return "".join(piece.text for piece in PageReader().read(page))


class PageReader:
    """Which elements are open while a page is read, and how many of them are hidden."""

    def __init__(self) -> None:
        self._open: list[tuple[str, bool]] = []
        self._counts: Counter[str] = Counter()
        self._hidden = 0

    def count_open(self, *tags: str) -> int:
        """Return how many elements of these tags are open around the piece that was read last."""
        return sum(self._counts[tag] for tag in tags)

    def read(self, page: str) -> Iterator[VisiblePiece]:
        """Yield the pieces of visible text in order."""
        for found in PATTERN.finditer(page):
            if tag := found["tag"]:
                yield from self._pass_tag(tag.lower(), found)
            elif found["text"] and not self._hidden:
                for line in LINE.finditer(found["text"]):
                    start, end = (found.start() + place for place in line.span())
                    yield VisiblePiece(html.unescape(LONG_NUMBER.sub("\ufffd", line[0])), start, end)

    def _pass_tag(self, tag: str, found: re.Match[str]) -> Iterator[VisiblePiece]:
        """Open or close an element, and yield a line break where that is a block."""
        was_hidden = self._hidden
        if found["end"]:
            self._close(tag)
        elif tag not in VOID_TAGS:
            self._open_element(tag, found["attributes"])
        if tag not in INLINE_TAGS and not (was_hidden and self._hidden):
            yield VisiblePiece("\n", *found.span())
        elif not (was_hidden or self._hidden):
            yield VisiblePiece("", *found.span())

    def _open_element(self, tag: str, attributes: str) -> None:
        while self._open and _ends(tag, self._open[-1][0]):
            self._close(self._open[-1][0])
        is_hidden = tag in HIDDEN_TAGS or _hides(tag, attributes)
        self._open.append((tag, is_hidden))
        self._counts[tag] += 1
        self._hidden += is_hidden

    def _close(self, tag: str) -> None:
        """Close the innermost element of a tag, and what is open inside it."""
        while self._counts[tag]:
            closed, was_hidden = self._open.pop()
            self._counts[closed] -= 1
            self._hidden -= was_hidden
            if closed == tag:
                return


def _hides(tag: str, attributes: str) -> bool:
    """Whether a browser shows no element with these attributes; `aria-hidden` is for other readers."""
    given = {name.lower(): html.unescape(value) for name, value in ATTRIBUTE.findall(attributes)}
    is_closed = tag == "dialog" and "open" not in given
    return is_closed or "hidden" in given or HIDING_STYLE.search(given.get("style", "")) is not None


def _ends(tag: str, last: str) -> bool:
    """Whether an element that begins ends one inside which it stands, as no such element can hold it."""
    return last in ENDED_TAGS.get(tag, ()) or (last == "p" and tag not in INLINE_TAGS)
