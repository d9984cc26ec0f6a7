"""Splits a text into sentences, headings and list items that cover it without a gap.

For edited English prose and light Markdown: a line is joined with the next only where that goes on in lower
case, and within a line a sentence ends at a full stop, question or exclamation mark (with the closing marks
and footnote numbers behind it) before white space and a new beginning. White space belongs to the sentence
before it.
"""

import re

from pipeline.source_text import Span

LINE = re.compile(r"^[^\S\n]*[^\sa-z].*$", re.MULTILINE)
END = re.compile(r"[.?!][”’\"')\]]*(?:\[\d+\])*\s+(?=[\"“‘'(\[*]*[A-Z\d])")
ABBREVIATION = re.compile(
    r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|Prof|St|Gen|Col|Lt|Sen|Rep|Gov|vs|etc|e\.g|i\.e))\.$"
)


def split_sentences(characters: str) -> list[Span]:
    """Return the spans of the sentences in order; together they cover all characters."""
    starts = [start for line in _find_lines(characters) for start in _find_starts(characters, line)]
    if not starts:
        return [Span(0, len(characters))] if characters else []
    return [
        Span(start, end) for start, end in zip([0, *starts[1:]], [*starts[1:], len(characters)], strict=True)
    ]


def _find_lines(characters: str) -> list[Span]:
    return [Span(*line.span()) for line in LINE.finditer(characters)]


def _find_starts(characters: str, line: Span) -> list[int]:
    """Return where the sentences of one line begin."""
    starts = [line.start]
    for end in END.finditer(characters, line.start, line.end):
        if not ABBREVIATION.search(characters, line.start, end.start() + 1):
            starts.append(end.end())
    return starts
