"""A reader's own copy of an article, as it is read from a text file or a page of HTML.

Nothing is normalised: positions count the code points of the text, line ends as the file has them, without
a byte order mark. Which of the two a file is, and that it is neither, shows in its content, not in its name.
"""

import hashlib
import re
from pathlib import Path
from typing import BinaryIO, NamedTuple

from istanbul_talks.errors import TalksError
from istanbul_talks.reanchor.visible_text import extract_visible_text

MAX_BYTES = 4_000_000
"""Maximum size of a copy: a hundred times a long article, and read in seconds."""

HTML_SUFFIXES = {".html", ".htm", ".xhtml"}
HTML_OPENING = re.compile(
    r"""
    \s*+ (?: <\?[^>]*+> \s*+ | <!-- [^-]*+ (?: -(?!->) [^-]*+ )* --> \s*+ )*
    (?: <!doctype \s+ html\b | <(?!\?|!) [a-z][a-z0-9]*+ [\s/>] )
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""How a page begins: with its doctype or an element, after a prolog or comments."""

OTHER_XML = re.compile(r"\s*+<\?xml\b(?!.{0,2000}<html\b)", re.IGNORECASE | re.DOTALL)

OTHER_FORMATS = {
    "a PDF": rb"%PDF-",
    "RTF": rb"\{\\rtf",
    "MHTML or a mail": rb"(?i)(?:[a-z-]++:[^\n]*+\n(?:[ \t][^\n]*+\n)*+){0,50}?content-type:",
    "a zip archive, such as DOCX, ODT or EPUB": rb"PK\x03\x04",
    "compressed": rb"\x1f\x8b|BZh|\xfd7zXZ|\x28\xb5\x2f\xfd",
    "an old Word document": rb"\xd0\xcf\x11\xe0",
    "a web archive": rb"bplist00",
    "PostScript": rb"%!PS",
    "text in UTF-16 or UTF-32": rb"\xff\xfe|\xfe\xff|\x00|[^\x00]\x00[^\x00]\x00",
}
"""What a copy may be that is not read, and how it begins."""


class Copy(NamedTuple):
    """The text of a file, whether it was read from HTML, and the SHA-256 of the file's bytes."""

    text: str
    is_html: bool
    sha256: str


def read_copy(path: Path) -> Copy:
    """Return the copy that a file holds; raises TalksError where it is no text in UTF-8 or too long."""
    with path.open("rb") as file:
        copy = read_text(file, str(path))
    return copy._replace(text=extract_visible_text(copy.text)) if copy.is_html else copy


def read_text(file: BinaryIO, name: str) -> Copy:
    """Return the text of a file, of HTML with its markup; raises TalksError, as read_copy does."""
    content = file.read(MAX_BYTES + 1)
    if len(content) > MAX_BYTES:
        raise TalksError(f"{name} is longer than {MAX_BYTES:,} bytes; leave out what need not be read")
    text = _decode(name, content)
    is_html = bool(HTML_OPENING.match(text)) or Path(name).suffix.lower() in HTML_SUFFIXES
    return Copy(text, is_html, hashlib.sha256(content).hexdigest())


def _decode(name: str, content: bytes) -> str:
    """Return content as text; raises TalksError where it is something else, by its name where it has one."""
    begun = content.removeprefix(b"\xef\xbb\xbf").lstrip()
    other = next((name for name, opening in OTHER_FORMATS.items() if re.match(opening, begun)), None)
    if other:
        raise TalksError(f"{name} is {other}; save it as text or HTML, in UTF-8")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise TalksError(f"{name} is no text in UTF-8 (byte {error.start}); save it as such") from error
    if "\0" in text:
        raise TalksError(f"{name} is no text but holds zero bytes; give a text file in UTF-8")
    if OTHER_XML.match(text):
        raise TalksError(f"{name} is XML, and not of a web page; save it as text or HTML, in UTF-8")
    return text
