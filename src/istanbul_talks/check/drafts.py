"""A draft as running text, each of whose positions leads back to the line of the file.

Plain text and Markdown are read alike, of a page of HTML what a reader sees. Markup is left out, and what is
no prose: front matter, code blocks, pictures, words struck out. A block quote without quotation marks gets
them, as `<q>` does.
What does not belong here: whether a draft can be checked (draft_faults.py), and what in it is a quotation.
"""

import html
import re
import sys
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, NamedTuple

from istanbul_talks.errors import TalksError
from istanbul_talks.reanchor.read_copy import read_text
from istanbul_talks.reanchor.visible_text import PageReader, VisiblePiece
from istanbul_talks.text.running_text import INNER

STANDARD_INPUT, CALLED = "-", "<stdin>"
MARKDOWN_SUFFIXES = {".md", ".markdown"}

BLOCK_QUOTE, ATTRIBUTION = ("blockquote",), ("cite", "figcaption", "footer")
"""Elements whose text is quoted, and those inside them that say by whom."""

CODE_BLOCK = ("pre", "code")
"""Elements whose words are no prose where they are in both."""

NAVIGATION = "nav"
"""The element of links, whose words are no prose either."""

QUOTED, BY = "> ", "— "
"""How lines that are quoted begin, and those that say by whom."""

DELETED = ("del", "s", "strike")
"""Elements whose words are struck out: no longer a draft's, though a reader of a page sees them."""

DELETED_END = re.compile(rf"</(?:{'|'.join(DELETED)})\b", re.IGNORECASE)

STRUCK = re.compile(r"(?<!\\)~~(?=[^\s~])(?:[^~\n]|~(?!~)|\n(?![ \t]*\n))+(?<=\S)~~")
"""Words struck out, in Markdown."""

NO_PROSE = re.compile(
    r"\A---[ ]*\n(?:.*\n)*?---[ ]*$"
    r"|!\[[^\[\]]*\]\([^()\n]*\)"
    r"|^[ ]{0,3}\[[^\[\]^\n][^\[\]\n]*\]:[ ]*\S+(?:[ ]+[\"'(].*)?$",
    re.MULTILINE,
)
"""Front matter, a picture, the address of a link."""

FENCE = re.compile(r"^[ ]{0,3}(`{3,}|~{3,})(.*)$", re.MULTILINE)

HTML_INSIDE = re.compile(r"</[a-z][a-z0-9]*>|<br ?/?>|<!--|&(?:[a-z]+|#\w+);", re.IGNORECASE)
"""Markup of HTML in a text that is no page."""

CODE = re.compile(r"`[^`\n]+`")
LINK = re.compile(r"\[(?!\^)([^\[\]]*)(\](?:\((?:[^()\n]|\([^()\n]*\))*\)|\[[^\[\]\n]*\]))")
SIGNS = re.compile(
    r"^[ ]{0,3}\#{1,6}[ ]+|\[\^[^\[\]\s]+\](?::[ ]*)?|`+|~~"
    r"|(?<!\d)\*+(?=\S)|(?<=\S)\*+(?!\d)|(?<!\w)_+(?=\w)|(?<=[^\s_])_+(?!\w)"
    r"|\\(?:[!-/:-@\[-`{-~]|$)",
    re.MULTILINE,
)
"""The signs of headings, footnotes, code, emphasis, and what takes a sign's meaning away."""

BLOCK = re.compile(r"(?:^[ \t]*>[> \t]*[^\s>].*\n?)+|^[ \t]*>[> \t]*$", re.MULTILINE)
"""A paragraph of a block quote, or an empty line in it."""

PREFIX = re.compile(r"^[ \t]*>[> \t]*", re.MULTILINE)
SPEAKER = re.compile(r"\n[\s>]*(?:[—–―]|--)(?!\s*[a-z]).*", re.DOTALL)
"""The last line of a block quote that says by whom."""

MARKED = re.compile(r"(?:[^:“”\"«»„]{0,80}:)?\s*[“\"«»„‘'‚‹›]|[—–―]|--")
"""How a paragraph begins that says itself what is quoted, or by whom."""


class TextEdit(NamedTuple):
    """What replaces a span of a text."""

    start: int
    end: int
    text: str = ""


class Draft(NamedTuple):
    """A text, where in the file each of its characters stands, and where lines of the file begin.

    `starts` has one more, for the end. `name` is the file's, as it is told.
    """

    name: str
    text: str
    starts: Sequence[int]
    line_starts: Sequence[int]

    def line_of(self, position: int) -> int:
        """Return the line of the file, from 1, at a position of the text."""
        return bisect_right(self.line_starts, self.starts[position])

    def revise(self, edits: Iterable[TextEdit]) -> "Draft":
        """Return the draft with edits made, which are in order and do not overlap."""
        pieces: list[str] = []
        starts: list[int] = []
        reached = 0
        for start, end, text in edits:
            pieces += self.text[reached:start], text
            starts += *self.starts[reached:start], *[self.starts[start]] * len(text)
            reached = end
        pieces.append(self.text[reached:])
        return self._replace(text="".join(pieces), starts=[*starts, *self.starts[reached:]])


def read_draft(path: str | Path) -> Draft:
    """Return the draft that a file holds, `-` being standard input.

    Raises TalksError where it is no text in UTF-8 or longer than a copy may be (reanchor/read_copy.py), and
    where a page does not say up to where words are struck out.
    """
    if str(path) == STANDARD_INPUT:
        return _read_draft(sys.stdin.buffer, CALLED)
    with Path(path).open("rb") as file:
        return _read_draft(file, str(path))


def make_draft(content: bytes, name: str) -> Draft:
    """Return what was typed as a draft; raises TalksError, as read_draft does."""
    return _read_draft(BytesIO(content), name)


def _read_draft(file: BinaryIO, name: str) -> Draft:
    content = read_text(file, name)
    text = content.text.replace("\r\n", " \n").replace("\r", "\n")
    lines = [0, *(end.end() for end in re.finditer("\n", text))]
    draft = Draft(name, text, range(len(text) + 1), lines)
    if content.is_html and Path(name).suffix.lower() not in MARKDOWN_SUFFIXES:
        draft = draft.revise(_edit_page(draft))
    else:
        draft = _read_markdown(draft)
    return draft.revise(_edit_block_quotes(draft.text))


def _read_markdown(draft: Draft) -> Draft:
    """Return a text without what is no prose, and without markup."""
    draft = draft.revise(_edit_code_blocks(draft.text))
    draft = draft.revise(TextEdit(*found.span()) for found in NO_PROSE.finditer(draft.text))
    if HTML_INSIDE.search(draft.text):
        draft = draft.revise(_escape_code(draft.text))
        draft = draft.revise(_edit_page(draft))
    draft = draft.revise(
        TextEdit(*span)
        for found in LINK.finditer(draft.text)
        for span in ((found.start(), found.start(1)), found.span(2))
    )
    draft = draft.revise(TextEdit(*found.span()) for found in STRUCK.finditer(draft.text))
    return draft.revise(
        TextEdit(found.start(), found.start() + 1 if found[0].startswith("\\") else found.end())
        for found in SIGNS.finditer(draft.text)
    )


def _escape_code(text: str) -> Iterator[TextEdit]:
    """Yield what makes the signs of HTML in code within a line mean themselves."""
    for code in CODE.finditer(text):
        yield from (
            TextEdit(code.start() + sign.start(), code.start() + sign.end(), html.escape(sign[0]))
            for sign in re.finditer("[<&]", code[0])
        )


def _edit_code_blocks(text: str) -> Iterator[TextEdit]:
    """Yield what takes out the blocks of code; one that is not closed stays."""
    opening = None
    for fence in FENCE.finditer(text):
        if opening is None:
            opening = fence
        elif fence[1].startswith(opening[1]) and not fence[2].strip():
            yield TextEdit(opening.start(), fence.end())
            opening = None


def _edit_page(draft: Draft) -> Iterator[TextEdit]:
    """Yield what makes of a page its visible text, with quoted lines after a >, and by whom after a dash."""
    reached, begins, opening, page = 0, True, "", draft.text
    for (text, start, end), role in _read_pieces(draft):
        if start > reached:
            yield TextEdit(reached, start)
        if text.strip():
            if role != opening and not begins:
                yield TextEdit(start, start, "\n")
                begins = True
            if begins and (role == QUOTED or role != opening):
                yield TextEdit(start, start, role)
            opening = role
        if text != page[start:end]:
            is_block = text == "\n" and not page.startswith(("<br", "<BR"), start)
            yield TextEdit(start, end, "\n\n" if is_block else text)
        begins = text.endswith("\n") or (begins and not text.strip())
        reached = end
    yield TextEdit(reached, len(page))


def _read_pieces(draft: Draft) -> Iterator[tuple[VisiblePiece, str]]:
    """Yield the visible pieces of a page, marks where `<q>` begins and ends, and how their lines begin.

    Raises TalksError where words begin to be struck out and the end is not said.
    """
    reader, depth, struck = PageReader(), 0, list[int]()
    for piece in reader.read(draft.text):
        role = (BY if reader.count_open(*ATTRIBUTION) else QUOTED) if reader.count_open(*BLOCK_QUOTE) else ""
        deleted = reader.count_open(*DELETED)
        if deleted != len(struck):
            _follow_struck(draft, struck, deleted, piece.start)
        while depth != (now := reader.count_open("q")):
            marks = "“”" if max(depth, now) % 2 else "‘’"
            mark = "" if deleted else marks[now < depth]
            yield VisiblePiece(mark, piece.start, piece.start), role
            depth += 1 if now > depth else -1
        is_prose = not (deleted or reader.count_open(NAVIGATION) or all(map(reader.count_open, CODE_BLOCK)))
        yield piece if is_prose else piece._replace(text=""), role
    _follow_struck(draft, struck, 0, len(draft.text))


def _follow_struck(draft: Draft, struck: list[int], deleted: int, place: int) -> None:
    """Keep the starts of the elements that strike words out; raise TalksError where one has no end."""
    while struck[deleted:]:
        start = struck.pop()
        if struck[deleted:] or not DELETED_END.match(draft.text, place):
            where = f"{draft.name}:{draft.line_of(start)}"
            raise TalksError(f"{where}: what is struck out here has no end; close it where that is")
    struck += [place] * (deleted - len(struck))


def _edit_block_quotes(text: str) -> Iterator[TextEdit]:
    """Yield what takes the > from block quotes and puts paragraphs that have no marks between marks."""
    for block in BLOCK.finditer(text):
        prefixes = [TextEdit(*prefix.span()) for prefix in PREFIX.finditer(block[0])]
        edits = sorted([*prefixes, *_mark_paragraph(block[0], prefixes[0].end)])
        yield from (TextEdit(block.start() + start, block.start() + end, new) for start, end, new in edits)


def _mark_paragraph(block: str, first: int) -> Iterator[TextEdit]:
    """Yield marks for a paragraph, whose words begin at `first`, unless it has its own or no words.

    They are others than those inside it; where it has both, those inside are single ones.
    """
    if first == len(block) or MARKED.match(block, first):
        return
    speaker = SPEAKER.search(block, first)
    end = len(block[: speaker.start() if speaker else None].rstrip())
    inner = list(re.finditer("[“”]", block[:end]))
    opening, closing = '""' if inner and '"' not in block[:end] else "“”"
    yield TextEdit(first, first, opening)
    if opening != closing:
        yield from (TextEdit(*mark.span(), mark[0].translate(INNER)) for mark in inner)
    yield TextEdit(end, end, closing)
