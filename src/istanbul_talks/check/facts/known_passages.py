"""The sentences of the articles and what is coded of them, to be found by the words of a draft's sentence.

Words weigh more the fewer sentences of the articles have them, 1 where none has; their forms count as one
(word_forms.py). What does not belong here: figures, dates and names, which the modules beside look for.
"""

import re
import sqlite3
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence, Set
from math import log
from typing import NamedTuple

from istanbul_talks.check.articles_language import load_forms
from istanbul_talks.check.facts.word_forms import WordForms
from istanbul_talks.database.article_text import reconstruct_text
from istanbul_talks.database.search_query import fold_term
from istanbul_talks.text.printed_dates import CalendarRules
from istanbul_talks.text.sentence_ends import select_sentence_rules, split_sentences

WORD = re.compile(r"[^\W_]{2,}")

WRAPPED = re.compile(r"(?<=[^\n]{24}[\w,;)–—’])\n(?=[^\W_(])(?!\d+[.)]\s)")
"""The end of a line, not of a short one, where a sentence goes on."""

SENTENCES = "SELECT source_id, start_char, end_char FROM sentences ORDER BY source_id, start_char"

CODED = """
SELECT source_id, start_char, end_char, words FROM (
  SELECT quote_id, content AS words FROM statements JOIN demands ON demands.id = demand_id
  UNION SELECT quote_id, proposition FROM statements JOIN claims ON claims.id = claim_id
  UNION SELECT quote_id, name FROM statements
    JOIN attributions ON attributions.id = attribution_id JOIN events ON events.id = event_id
  UNION SELECT quote_id, name FROM event_quotes JOIN events ON events.id = event_id
  UNION SELECT quote_id, name FROM event_dates JOIN events ON events.id = event_id
  UNION SELECT quote_id, label FROM discrepancy_side_quotes
    JOIN discrepancy_sides ON discrepancy_sides.id = side_id
    JOIN discrepancies ON discrepancies.id = discrepancy_id
) JOIN quotes ON quotes.id = quote_id
"""
"""What is coded of each quote, in the words of the records."""

UNITS = "SELECT DISTINCT unit FROM quantities"

PARAGRAPH_END = re.compile(r"\n[^\S\n]*\n")

LABEL = re.compile(r"\w+:")
"""What stands before a date in a table: Date:"""

FARTHEST = 500
"""How many characters before and behind a passage are looked at: the time grows with their number."""

NONE: frozenset[str] = frozenset()


class DraftWord(NamedTuple):
    """A word of a draft: the words of the articles that it is a form of, and how much it weighs, 0 to 1."""

    forms: frozenset[str]
    weight: float


class KnownSentence(NamedTuple):
    """A sentence of an article with its words, and those of each quote in it with what is coded of it."""

    source_id: str
    start: int
    end: int
    words: frozenset[str]


class KnownPassages:
    """All sentences of the articles, the articles' texts and the rules of their language."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self.db = db
        self.forms = load_forms(db)
        self.function_words = set(map(fold_term, self.forms["function_words"]))
        self.negations = frozenset(self.forms["negations"])
        self.calendar = CalendarRules(self.forms)
        self._rules = select_sentence_rules(self.forms)
        sources = db.execute("SELECT id FROM sources").fetchall()
        self.texts = {source: reconstruct_text(db, source) for (source,) in sources}
        self.passages = [
            KnownSentence(source, start, end, self.split_words(self.texts[source][start:end]))
            for source, start, end in db.execute(SENTENCES)
        ]
        self._starts = [(passage.source_id, passage.start) for passage in self.passages]
        self._coded: dict[str, list[tuple[int, int, frozenset[str]]]] = {}
        for source, start, end, words in db.execute(CODED):
            self._coded.setdefault(source, []).append((start, end, self.split_words(words)))
        self.word_forms = WordForms(db)
        self._places: dict[str, set[int]] = {}
        self._weights: dict[str, DraftWord] = {}
        self._index_words()

    def _index_words(self) -> None:
        """Make the words of sentences and records known, and where those of sentences stand."""
        self.word_forms.add(fold_term(word) for (unit,) in self.db.execute(UNITS) for word in unit.split())
        for coded in self._coded.values():
            self.word_forms.add(word for *_, words in coded for word in words)
        for number, passage in enumerate(self.passages):
            self.word_forms.add(passage.words)
            for word in passage.words:
                self._places.setdefault(word, set()).add(number)

    def split_words(self, text: str) -> frozenset[str]:
        """Return the words of a text that say what it is about, without accents and capitals."""
        return frozenset(map(fold_term, WORD.findall(text))) - self.function_words

    def cut_sentences(self, text: str) -> list[tuple[int, int]]:
        """Return the spans of the sentences of a draft, also wrapped ones, by the rules of its language."""
        return split_sentences(WRAPPED.sub(" ", text), self._rules)

    def find_surroundings(
        self, text: str, spans: Iterable[tuple[int, int]], words: str = ""
    ) -> Iterator[tuple[int, int]]:
        """Yield the span of the sentence in which each span of a draft begins; of a long one what is near.

        With `words`, the text without the spans, a sentence without other words is one with that before it
        or, in a new paragraph, behind it.
        """
        sentences = self.cut_sentences(text)
        starts = [start for start, _ in sentences]
        for start, end in spans:
            place = bisect_right(starts, start) - 1
            first, last = sentences[place]
            beside = words[max(first, start - FARTHEST) : min(last, end + FARTHEST)]
            if words and not self.split_words(LABEL.sub("", beside)):
                first, last = _join_sentence(text, sentences, place)
            yield max(first, start - FARTHEST), min(max(last, end), end + FARTHEST)

    def weigh(self, words: Iterable[str], unknown: Set[str] = frozenset()) -> list[DraftWord]:
        """Return words of a draft with what they stand for here, unknown ones nothing, and their weights."""
        weighed = {word: self._weigh_word(word) for word in words}
        return [one._replace(forms=NONE) if word in unknown else one for word, one in weighed.items()]

    def _weigh_word(self, word: str) -> DraftWord:
        if word not in self._weights:
            forms = self.word_forms.find(word)
            places = set().union(*(self._places.get(form, ()) for form in forms))
            weight = 1 - log(1 + len(places)) / log(2 + len(self.passages))
            self._weights[word] = DraftWord(forms, weight)
        return self._weights[word]

    def find_passage(self, source_id: str, position: int) -> KnownSentence:
        """Return the sentence of an article that holds a position."""
        return self.passages[bisect_right(self._starts, (source_id, position)) - 1]

    def list_coded(self, source_id: str, start: int, end: int) -> Iterator[frozenset[str]]:
        """Yield the words of what is coded of each quote that covers a span of an article."""
        for first, last, words in self._coded.get(source_id, ()):
            if first <= start and end <= last:
                yield words


def _join_sentence(text: str, sentences: Sequence[tuple[int, int]], place: int) -> tuple[int, int]:
    """Return the span of a sentence and of the one beside it in its paragraph."""
    first, last = sentences[place]
    if place and not PARAGRAPH_END.search(text, sentences[place - 1][0], first):
        return sentences[place - 1][0], last
    if place + 1 < len(sentences) and not PARAGRAPH_END.search(text, first, last):
        return first, sentences[place + 1][1]
    return first, last


def measure_shared(words: Iterable[DraftWord], known: Set[str]) -> float:
    """Return the weight of the words of a draft that are among known ones."""
    return sum(word.weight for word in words if not word.forms.isdisjoint(known))


def measure_all(words: Iterable[DraftWord]) -> float:
    """Return the weight of all words of a draft."""
    return sum(word.weight for word in words)
