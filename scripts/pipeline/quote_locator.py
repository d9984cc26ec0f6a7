"""Anchoring: from the words a coding file quotes to the one place of the article they mean.

Nothing is guessed. Words that stand nowhere are a problem that shows the nearest words; words that stand more
than once are a problem that shows how to say which. What does not belong here: the search itself (text.py).
"""

from collections.abc import Iterable

from pipeline.source_text import Span, Text, fold
from pipeline.yaml_documents import Entry

SHOWN = 80


def locate(text: Text, selector: Entry) -> Span | None:
    """Return the place of one quote, words or a mapping; None, with the problem noted, if it is not sure."""
    if not isinstance(selector.value, dict):
        return _only(text, selector, text.whole)
    if "in" in selector:
        around = locate(text, selector["in"])
        return _only(text, selector["exact"], around) if around else None
    if "occurrence" in selector:
        return _numbered(text, selector)
    return _only(text, selector["exact"], text.whole)


def locate_detail(text: Text, selector: Entry, scopes: Iterable[list[Span]]) -> Span | None:
    """Return the place of words that detail a record: exactly once in the first scope that has them."""
    if isinstance(selector.value, dict):
        return locate(text, selector)
    for scope in scopes:
        places = {place for around in scope for place in text.find(selector.value, around)}
        if len(places) > 1:
            _complain_of_choice(text, selector, sorted(places))
            return None
        if places:
            return places.pop()
    return locate(text, selector)


def context(text: Text, span: Span) -> str:
    """Return the fewest whole words around a span, grown on both sides, that stand once in the text."""
    around = span
    while len(text.find(text[around])) > 1 and around != text.whole:
        around = Span(_word_before(text, around.start), _word_after(text, around.end))
    return text[around].strip()


def shown(words: str) -> str:
    """Return words for a message: on one line, shortened in the middle."""
    line = " ".join(words.split())
    return line if len(line) <= SHOWN else f"{line[: SHOWN // 2]} … {line[-SHOWN // 2 :]}"


def _only(text: Text, selector: Entry, within: Span) -> Span | None:
    words: str = selector.value
    if words != words.strip():
        selector.problem(f"the quote begins or ends with white space: {words!r}")
        return None
    places = text.find(words, within)
    if len(places) == 1:
        return places[0]
    if places:
        _complain_of_choice(text, selector, places)
    else:
        _complain_of_absence(text, selector, within)
    return None


def _numbered(text: Text, selector: Entry) -> Span | None:
    places, number = text.find(selector["exact"].value), int(selector.value["occurrence"])
    if not places:
        _complain_of_absence(text, selector["exact"], text.whole)
    elif number > len(places):
        selector["occurrence"].problem(f"there is no occurrence {number}: the words stand {len(places)}×")
    else:
        return places[number - 1]
    return None


def _complain_of_choice(text: Text, selector: Entry, places: list[Span]) -> None:
    forms = [f"{{exact: {shown(selector.value)}, in: {context(text, place)}}}" for place in places[:3]]
    selector.problem(f"{shown(selector.value)!r} stands {len(places)}×; say which: {' or '.join(forms)}")


def _complain_of_absence(text: Text, selector: Entry, within: Span) -> None:
    words = selector.value
    cut = {text.cut_by(place) for place in text.find_anywhere(words) if within.holds(place)}
    if cut:
        selector.problem(f"the quote cuts a {cut.pop()} in two: {shown(words)!r}; quote it whole")
    elif within != text.whole:
        selector.problem(
            f"{shown(words)!r} does not stand inside the words after `in`: {shown(text[within])!r}"
        )
    else:
        selector.problem(
            f"the article does not say {shown(words)!r}; the nearest words: {_nearest(text, words)!r}"
        )


def _nearest(text: Text, words: str) -> str:
    """Return the stretch of the text, of as many words, that is most like the words."""
    from difflib import SequenceMatcher  # noqa: PLC0415  (slow to import, needed only for problems)

    printed, count = text.characters.split(), len(words.split())
    windows = [" ".join(printed[start : start + count]) for start in range(max(len(printed) - count, 0) + 1)]
    matcher = SequenceMatcher(b=fold(words), autojunk=False)

    def likeness(window: str) -> float:
        matcher.set_seq1(fold(window))
        return matcher.quick_ratio()

    best = sorted(windows, key=likeness, reverse=True)[:20]
    return shown(
        max(best, key=lambda window: SequenceMatcher(None, fold(window), fold(words), False).ratio())
    )


def _word_before(text: Text, start: int) -> int:
    return text.characters.rfind(" ", 0, max(start - 1, 0)) + 1


def _word_after(text: Text, end: int) -> int:
    space = text.characters.find(" ", end + 1)
    return len(text) if space < 0 else space
