"""What a hit shows of a record's text: words of an article, or a sentence, with the words sought in it."""

import re

LONGEST = 180
"""Characters of a line that are shown around the first words found."""

SENTENCE = re.compile(r"[.?!]”?$")

NOTATION = re.compile(r"[<=]|^Certainty: |\d{4}[-/]\d|/\d{4}| → (?!.*\.$)")
"""What a line has that is there for the search and not to be read."""


def choose_line(marked: str, text: str, mark: str, has_voice: bool) -> str:
    """Return the line of a record's text that shows best what is found, cut around it.

    `marked` is the text with marks around what is found, its lines otherwise cut: those of `text` are shown.
    An article's words come first only where the record's label `has_voice`: whose they are.
    """
    lines = zip(marked.split("\n"), text.split("\n"), strict=True)
    rated = [
        (_rate(line, found, has_voice), line, found)
        for cut, line in lines
        for found in [cut.split(mark)[1::2]]
    ]
    _, line, found = min(rated, key=lambda each: each[0])
    return _cut_around(_mark_words(line, set(found), mark), mark)


def _rate(line: str, found: list[str], has_voice: bool) -> tuple[int, int]:
    """Return how good a line is to show, the lowest first: an article's words, sentences, notation last."""
    is_quote = line.startswith("“")
    if not found or (NOTATION.search(line) and not is_quote):
        return 3 if is_quote else 4 + (not found), 0
    return 0 if is_quote and has_voice else 1 if SENTENCE.search(line) else 2, -len(set(found))


def _mark_words(line: str, words: set[str], mark: str) -> str:
    """Return a line with the words between marks, and what is narrower after a dash."""
    plain = line.replace(" > ", " – ")
    if not words:
        return plain
    pattern = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    return re.sub(rf"(?<!\w)(?:{pattern})(?!\w)", lambda word: f"{mark}{word[0]}{mark}", plain)


def _cut_around(line: str, mark: str) -> str:
    """Return so much of a line as is shown, from shortly before the first mark, at whole words."""
    if len(line) <= LONGEST:
        return line
    start = max(0, line.find(mark) - LONGEST // 3)
    start = line.rfind(" ", 0, start) + 1 if start else 0
    end = line.find(" ", start + LONGEST)
    shown = line[start : end if end > 0 else None]
    shown += mark if shown.count(mark) % 2 else ""
    return ("…" if start else "") + shown + ("…" if end > 0 else "")
