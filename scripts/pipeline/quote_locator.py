"""Finds the one place in an article that a quote in a coding file means.

Nothing is guessed. Words that are nowhere are a problem that shows the nearest words; words that occur more
than once are a problem that shows how to say which. What does not belong here: the search itself
(source_text.py).
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from heapq import nlargest
from itertools import chain

from istanbul_talks.text.folding import fold_case, fold_words
from pipeline.sentences import Sentences
from pipeline.source_text import SourceText, Span
from pipeline.yaml_documents import Entry, note_repeat

SHORTENED_LENGTH = 80

MAX_CANDIDATES = 20
"""How many places are compared in order for the nearest words, after all were by what they share."""

MAX_SOUGHT = 20_000
"""How many characters of a quote the nearest words are sought for."""

MAX_COMPARED = 300
"""How many characters of a quote are compared in order, which takes time with their square."""


class QuoteLocator:
    """Finds the quotes of one article's coding, and notes a problem at each that is not certain.

    Without `sentences` no detail is looked for near its record.
    """

    def __init__(self, text: SourceText, sentences: Sentences | None = None) -> None:
        self.text = text
        self._sentences = sentences
        self.selectors: dict[Span, Entry] = {}
        """By its place, the entry that first named a quote."""

    def locate(self, selector: Entry) -> Span | None:
        """Return the place of one quote, which is words or a mapping; None if it is not certain."""
        return self._keep(selector, self._find_place(selector))

    def _keep(self, selector: Entry, span: Span | None) -> Span | None:
        if span:
            self.selectors.setdefault(span, selector)
        return span

    def _find_place(self, selector: Entry) -> Span | None:
        if not isinstance(selector.value, dict):
            return self._locate_single(selector, self.text.whole)
        if "in" in selector:
            around = self.locate(selector["in"])
            return self._locate_single(selector["exact"], around) if around else None
        if "occurrence" in selector:
            return self._locate_occurrence(selector)
        return self._locate_single(selector["exact"], self.text.whole)

    def locate_all(self, selectors: Iterable[Entry]) -> list[Span]:
        """Return the places of those of the quotes that are certain; note one that stands there already."""
        found: dict[Span, Entry] = {}
        for selector in selectors:
            span = self.locate(selector)
            if span:
                note_repeat(found, span, selector, "these words are named")
        return list(found)

    def locate_detail(self, selector: Entry, spans: list[Span]) -> Span | None:
        """Return the place of words that detail a record: in its spans, else near them."""
        return self._locate_near(selector, [spans, self._find_around(spans)])

    def locate_cue(self, selector: Entry, spans: list[Span]) -> Span | None:
        """Return the place of a cue: in the sentences of its statements, else the only one in the article.

        Which of several is meant is not asked before there is a statement.
        """
        if not spans and isinstance(selector.value, str) and len(self.text.find(selector.value)) > 1:
            return None
        return self._locate_near(selector, [self._find_around(spans)])

    def find_printed(self, entry: Entry, key: str) -> str | None:
        """Return the words under a key in the article's own characters; None if there is no such key."""
        words = entry.get(key)
        if words is None:
            return None
        places = self.text.find(words.value)
        if not places:
            words.problem(f"the article does not say {words.value!r}; write {key} as printed")
        return self.text[places[0]] if places else None

    def _find_around(self, spans: list[Span]) -> list[Span]:
        return self._sentences.spans_of(spans) if self._sentences else []

    def _locate_near(self, selector: Entry, scopes: Iterable[list[Span]]) -> Span | None:
        """Return the place of words that are once in the first scope that has them, else in the article."""
        if isinstance(selector.value, dict):
            return self.locate(selector)
        for scope in scopes:
            places = {place for around in scope for place in self.text.find(selector.value, around)}
            if len(places) > 1:
                _report_ambiguity(self.text, selector, sorted(places))
                return None
            if places:
                return self._keep(selector, places.pop())
        return self.locate(selector)

    def _locate_single(self, selector: Entry, within: Span) -> Span | None:
        words: str = selector.value
        if words != words.strip():
            selector.problem(f"the quote begins or ends with white space: {words!r}")
            return None
        places = self.text.find(words, within)
        if len(places) == 1:
            return places[0]
        if places:
            _report_ambiguity(self.text, selector, places)
        else:
            _report_absence(self.text, selector, within)
        return None

    def _locate_occurrence(self, selector: Entry) -> Span | None:
        places, number = self.text.find(selector["exact"].value), int(selector.value["occurrence"])
        if not places:
            _report_absence(self.text, selector["exact"], self.text.whole)
        elif number > len(places):
            selector["occurrence"].problem(f"there is no occurrence {number}: the words stand {len(places)}×")
        else:
            return places[number - 1]
        return None


def find_unique_context(text: SourceText, span: Span) -> str:
    """Return the fewest whole words around a span, grown on both sides, that stand once in the text."""
    around = span
    while len(text.find(text[around])) > 1 and around != text.whole:
        around = Span(_previous_word_start(text, around.start), _next_word_end(text, around.end))
    return text[around].strip()


def shorten(words: str) -> str:
    """Return words for a message: on one line, shortened in the middle."""
    line = " ".join(words.split())
    return (
        line
        if len(line) <= SHORTENED_LENGTH
        else f"{line[: SHORTENED_LENGTH // 2]} … {line[-SHORTENED_LENGTH // 2 :]}"
    )


def _report_ambiguity(text: SourceText, selector: Entry, places: list[Span]) -> None:
    forms = [
        f"{{exact: {shorten(selector.value)}, in: {' '.join(find_unique_context(text, place).split())}}}"
        for place in places[:3]
    ]
    selector.problem(f"{shorten(selector.value)!r} stands {len(places)}×; say which: {' or '.join(forms)}")


def _report_absence(text: SourceText, selector: Entry, within: Span) -> None:
    words = selector.value
    cut = {text.find_cut(place) for place in text.find_anywhere(words) if within.holds(place)}
    if cut:
        selector.problem(f"the quote cuts a {cut.pop()} in two: {shorten(words)!r}; quote it whole")
    elif within != text.whole:
        selector.problem(
            f"{shorten(words)!r} does not stand inside the words after `in`: {shorten(text[within])!r}"
        )
    else:
        selector.problem(
            f"the article does not say {shorten(words)!r}; the nearest words: {_find_nearest(text, words)!r}"
        )


def _find_nearest(text: SourceText, words: str) -> str:
    """Return the words of the text, as many, that are most like those of a quote; time is linear."""
    from difflib import SequenceMatcher  # noqa: PLC0415  (slow to import, needed only for problems)

    printed, sought = list(text.split_words()), fold_case(fold_words(words[:MAX_SOUGHT])).split()
    count = min(len(sought), len(printed))
    scores = enumerate(_count_shared_threes([word for word, _ in printed], sought))
    candidates = nlargest(MAX_CANDIDATES, scores, key=lambda scored: scored[1])
    matcher = SequenceMatcher[str](b=" ".join(sought)[:MAX_COMPARED], autojunk=False)

    def compare(start: int) -> float:
        matcher.set_seq1(" ".join(word for word, _ in printed[start : start + count])[:MAX_COMPARED])
        return matcher.ratio()

    best = max((start for start, _ in candidates), key=compare, default=0)
    spans = [span for _, span in printed[best : best + count]]
    return shorten(text[Span(spans[0].start, spans[-1].end)]) if spans else ""


def _count_shared_threes(printed: Sequence[str], sought: Sequence[str]) -> Iterator[int]:
    """Yield of each run of as many words how many runs of three characters it shares with those sought."""
    left = Counter(chain.from_iterable(map(_list_threes, sought)))
    shared = 0
    for end, word in enumerate(printed, 1):
        for three in _list_threes(word):
            shared += left[three] > 0
            left[three] -= 1
        if end < len(sought) and end < len(printed):
            continue
        yield shared
        for three in _list_threes(printed[end - len(sought)]) if end >= len(sought) else ():
            left[three] += 1
            shared -= left[three] > 0


def _list_threes(word: str) -> list[str]:
    padded = f" {word} "
    return [padded[start : start + 3] for start in range(len(padded) - 2)]


def _previous_word_start(text: SourceText, start: int) -> int:
    return text.characters.rfind(" ", 0, max(start - 1, 0)) + 1


def _next_word_end(text: SourceText, end: int) -> int:
    space = text.characters.find(" ", end + 1)
    return len(text) if space < 0 else space
