"""The words of all articles, as quotations of a draft are held against them, with the way back to places.

The markup of an article and the numbers of its footnotes are left out. Where the database has no text of an
article, its quotes are what is known, with gaps between them. What does not belong here: how words are
compared (compared_tokens.py) and found where they differ (quotation_match.py).
"""

import re
import sqlite3
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise

from istanbul_talks.check.findings import ArticlePlace
from istanbul_talks.check.matching.compared_tokens import read_tokens
from istanbul_talks.check.matching.exact_words import DraftRules, load_rules
from istanbul_talks.database.article_text import reconstruct_text
from istanbul_talks.text import GAP
from istanbul_talks.text.folding import list_invisible
from istanbul_talks.text.markup import find_markup
from istanbul_talks.text.quotations import find_quotations
from istanbul_talks.text.sentence_ends import split_sentences

FOOTNOTE = re.compile(r"(?<=\S)\[\d{1,3}\]")
"""The number of a footnote, right behind a word or sign."""

PARAGRAPH_END = re.compile(r"(?:\n[^\S\n]*\n|[.?!…:)\]“”‘’\"'][^\S\n]*\n)\s*\Z")

BULLET = re.compile(r"^[ \t]*[•*+-][ \t]+", re.MULTILINE)
"""The sign of an item of a list."""

WRAPPED = re.compile(r"\n(?=[a-z])")
"""The end of a line that goes on in the next."""

MAX_SPACE = 100
"""Characters before a word in which a line's end is sought."""

BETWEEN = ""
"""The key between two articles, which no token has."""


class ArticleWords:
    """The words of one article, without markup, and the tokens that they are."""

    def __init__(self, source_id: str, text: str) -> None:
        self.source_id = source_id
        kept = _list_kept(text)
        self._positions = kept
        self.words = "".join(text[index] for index in kept)
        self.tokens = read_tokens(self.words)
        self.starts = [*self.tokens.starts, len(self.words)]
        self.ends = [*self.tokens.ends, len(self.words)]

    def get_place(self, start: int, end: int) -> ArticlePlace:
        """Return where in the article these words stand, given by their positions without markup."""
        return ArticlePlace(self.source_id, self._positions[start], self._positions[end - 1] + 1)

    def omits_between(self, start: int, end: int) -> bool:
        """Return whether markup or a footnote is left out between two positions."""
        return self._positions[end - 1] - self._positions[start] > end - 1 - start


class Articles:
    """The tokens of all articles in one row, with a token between two articles that equals no other."""

    def __init__(self, articles: Sequence[ArticleWords], rules: DraftRules) -> None:
        self.rules = rules
        self._articles = articles
        self._firsts: list[int] = []
        self.keys = [BETWEEN, BETWEEN]
        self.forms = [BETWEEN, BETWEEN]
        for article in articles:
            self._firsts.append(len(self.keys))
            self.keys += [*article.tokens.keys, BETWEEN]
            self.forms += [*article.tokens.forms, BETWEEN]

    @property
    def has_gaps(self) -> bool:
        """Whether the database lacks words of some article."""
        return GAP in self.index

    @cached_property
    def index(self) -> dict[str, list[int]]:
        """Where each key stands, in order."""
        index: dict[str, list[int]] = defaultdict(list)
        for place, key in enumerate(self.keys):
            index[key].append(place)
        return index

    @cached_property
    def pairs(self) -> dict[tuple[str, str], list[int]]:
        """Where each pair of keys that follow each other stands, in order."""
        pairs: dict[tuple[str, str], list[int]] = defaultdict(list)
        for place, pair in enumerate(pairwise(self.keys)):
            pairs[pair].append(place)
        return pairs

    @cached_property
    def quotation_edges(self) -> frozenset[int]:
        """The tokens that are marks at the edges of a quotation, as far as articles print them in pairs."""
        return frozenset(self._edges)

    @cached_property
    def _edges(self) -> list[int]:
        return list(self._find_edges())

    @cached_property
    def sentence_starts(self) -> frozenset[int]:
        """The tokens with which sentences begin."""
        return frozenset(
            first + bisect_left(article.tokens.starts, start)
            for article, first in zip(self._articles, self._firsts, strict=True)
            for start, _ in split_sentences(WRAPPED.sub(" ", article.words), self.rules.sentences)
        )

    def is_quoted(self, place: int) -> bool:
        """Return whether a token stands in a quotation of an article."""
        return bisect_right(self._edges, place) % 2 == 1

    def list_sentence(self, place: int) -> list[str]:
        """Return the keys of the sentence in which a token stands."""
        start = next(at for at in range(place, -1, -1) if at in self.sentence_starts or not at)
        ends = range(place + 1, len(self.keys))
        stop = next((at for at in ends if at in self.sentence_starts), len(self.keys))
        return self.keys[start:stop]

    def find_run(self, keys: Sequence[str]) -> list[int]:
        """Return where tokens of these keys follow each other, in order."""
        counts = [len(self.index.get(key, ())) for key in keys]
        rarest = min(range(len(keys)), key=counts.__getitem__, default=0)
        starts = [place - rarest for place in self.index.get(keys[rarest], ())] if keys else []
        wanted = list(keys)
        return [start for start in starts if start >= 0 and self.keys[start : start + len(keys)] == wanted]

    def get_place(self, tokens: range) -> ArticlePlace:
        """Return where consecutive tokens of one article stand in it."""
        article, start, end = self._locate(tokens)
        return article.get_place(start, end)

    def get_words(self, tokens: range) -> str:
        """Return what an article prints where consecutive tokens stand, white space as single spaces."""
        article, start, end = self._locate(tokens)
        return " ".join(article.words[start:end].replace(GAP, "").split())

    def omits_inside(self, tokens: range) -> bool:
        """Return whether markup or a footnote is left out between consecutive tokens."""
        article, start, end = self._locate(tokens)
        return article.omits_between(start, end)

    def begins_paragraph(self, place: int) -> bool:
        """Return whether a paragraph begins at a token: behind an empty line, or one that ends a sentence."""
        article, start, _ = self._locate(range(place, place + 1))
        return bool(PARAGRAPH_END.search(article.words, max(start - MAX_SPACE, 0), start))

    def is_attached(self, place: int) -> bool:
        """Return whether no white space stands before a token."""
        article, start, _ = self._locate(range(place, place + 1))
        return start > 0 and not article.words[start - 1].isspace()

    def is_one_number(self, place: int) -> bool:
        """Return whether a token belongs to the number before it: 5 million, tens of thousands."""
        first, before, key = self.keys[place - 2 : place + 1]
        if before in self.rules.links and first in self.rules.counts:
            return self.rules.is_number(key)
        return self.rules.is_number(before) and self.rules.is_number(key) and not (before + key).isdigit()

    def measure(self, tokens: range) -> int:
        """Return how many characters consecutive tokens of one article take up, gaps included."""
        _, start, end = self._locate(tokens)
        return end - start

    def count_words(self, tokens: range) -> int:
        """Return how many of some tokens are words."""
        return sum(key[:1].isalnum() for key in self.keys[tokens.start : tokens.stop])

    def _locate(self, tokens: range) -> tuple[ArticleWords, int, int]:
        """Return the article of some tokens, and where they start and end in its words."""
        number = bisect_right(self._firsts, tokens.start) - 1
        article, first = self._articles[number], self._firsts[number]
        return (
            article,
            article.starts[tokens.start - first],
            article.ends[tokens.stop - 1 - first],
        )

    def _find_edges(self) -> Iterator[int]:
        """Yield the first and the last token of each quotation, in order."""
        for article, first in zip(self._articles, self._firsts, strict=True):
            for start, end in find_quotations(article.words, self.rules.quotations):
                yield first + bisect_left(article.tokens.starts, start)
                yield first + bisect_left(article.tokens.starts, end - 1)


def load_articles(db: sqlite3.Connection) -> Articles:
    """Return the words of all articles of a database, as far as it has them."""
    ids = [source_id for (source_id,) in db.execute("SELECT id FROM sources ORDER BY rowid")]
    return Articles([ArticleWords(each, reconstruct_text(db, each)) for each in ids], load_rules(db))


def _list_kept(text: str) -> list[int]:
    """Return the positions of a text that are neither markup nor a footnote's number, nor invisible."""
    found = (match.span() for pattern in (FOOTNOTE, BULLET) for match in pattern.finditer(text))
    left_out = [*find_markup(text), *found]
    invisible = frozenset(list_invisible(text))
    dropped = {index for span in left_out for index in range(*span)}
    return [index for index, sign in enumerate(text) if index not in dropped and sign not in invisible]
