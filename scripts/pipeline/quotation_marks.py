"""Quotations: the stretches of a text between a pair of quotation marks."""

import re

from pipeline.source_text import Span

PAIRS = re.compile(r"“[^“”\n]+”|\"[^\"\n]+\"|(?<!\w)‘[^‘\n]+?’(?!\w)")


def find_quotations(characters: str) -> list[Span]:
    """Return the spans between matching marks, marks included, in order; a pair never crosses a line."""
    return [Span(*pair.span()) for pair in PAIRS.finditer(characters)]
