"""The forms of a language, as the text rules take them, read from rows of `language_forms`; their pattern."""

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from istanbul_talks.text.printed_numbers import Forms

FORMS = "SELECT kind, meaning, form FROM language_forms WHERE language = ? ORDER BY kind, number"
"""The query for the rows."""


def gather_forms(rows: Iterable[tuple[str, str | None, str]]) -> Forms:
    """Return the forms of each kind: a list, or such lists by what they mean; empty where it has none."""
    kinds: dict[str, Any] = defaultdict(dict)
    for kind, meaning, form in rows:
        if meaning is None:
            kinds.setdefault(kind, []).append(form)
        else:
            kinds[kind].setdefault(meaning, []).append(form)
    return kinds


def match_any(forms: Iterable[str]) -> str:
    """Return a pattern of any of these forms as whole words, the longest first; of none, nothing fits it."""
    longest_first = sorted(map(re.escape, forms), key=len, reverse=True)
    return rf"(?<!\w)(?:{'|'.join(longest_first) or '(?!)'})(?!\w)"
