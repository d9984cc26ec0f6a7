"""Which characters a text may hold, and what is shown or written of the others.

A text of the seeds holds none of them, or the build says where it stands. A database of somebody else's may
hold them, and so may what is typed: what is printed shows them as escapes (safe_output.py), JSON has them.
"""

import re
from collections.abc import Iterator

CONTROLS = r"\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"
DIRECTIONS = r"\u202a-\u202e\u2066-\u2069"
SURROGATES = r"\ud800-\udfff"
LAST_OF_PLANES = "".join(rf"\U{plane:04x}fffe-\U{plane:04x}ffff" for plane in range(17))
NONCHARACTERS = rf"\ufdd0-\ufdef{LAST_OF_PLANES}"

KINDS = {
    "a control character": re.compile(rf"[{CONTROLS}]|\r(?!\n)"),
    "which turns the direction of what follows": re.compile(f"[{DIRECTIONS}]"),
    "half of a character": re.compile(f"[{SURROGATES}]"),
    "which is no character": re.compile(f"[{NONCHARACTERS}]"),
}
"""What no text may hold: the controls, but for tab and line ends; with overrides embeddings and isolates."""

UNFIT_SIGNS = rf"{CONTROLS}\r{DIRECTIONS}{SURROGATES}{NONCHARACTERS}"
UNFIT = re.compile(rf"[{UNFIT_SIGNS}](?!(?<=\r)\n)")
UNFIT_IN_JSON = re.compile(rf"[{UNFIT_SIGNS}\u2028\u2029]")
"""The same, and what JSON allows inside a string although many programs take it for the end of a line."""


def find_unfit(text: str) -> Iterator[re.Match[str]]:
    """Yield each character that no text may hold."""
    return iter(()) if _is_printable(text) else UNFIT.finditer(text)


def describe_unfit(sign: str) -> str:
    """Return a character that no text may hold as its number and what it is."""
    what = next(kind for kind, pattern in KINDS.items() if pattern.match(sign))
    return f"U+{ord(sign):04X} ({what})"


def show_unfit(text: str) -> str:
    r"""Return a text with what it may not hold shown as an escape: \x1b."""
    return text if _is_printable(text) else UNFIT.sub(lambda match: repr(match[0])[1:-1], text)


def mask_unfit(text: str) -> str:
    """Return a text of the same length without what no text may hold."""
    return text if _is_printable(text) else UNFIT.sub("\N{REPLACEMENT CHARACTER}", text)


def decode_masked(content: bytes) -> str:
    """Return a text of a database, in UTF-8, without what no text may hold."""
    return mask_unfit(str(content, "utf-8", "replace"))


def escape_json(encoded: str) -> str:
    """Return JSON with what no text may hold, and what may end a line, as escapes, which change no value."""
    if _is_printable(encoded):
        return encoded
    from json import dumps  # noqa: PLC0415  (not needed for what is only printed)

    return UNFIT_IN_JSON.sub(lambda match: dumps(match[0])[1:-1], encoded)


def _is_printable(text: str) -> bool:
    """Tell quickly that there is nothing of the kind, which is true of most texts."""
    return text.replace("\n", "").replace("\t", "").isprintable()
