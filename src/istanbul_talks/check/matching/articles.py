"""The words of all articles, as quotations of a draft are held against them, with the way back to places.

The markup of an article and the numbers of its footnotes are left out. Where the database has no text of an
article, its quotes are what is known, with gaps between them. What does not belong here: how a token is
compared (compared_tokens.py), and where the words of a quotation are found (found_places.py).
"""

import re
import sqlite3
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property

from istanbul_talks.check.findings import ArticlePlace
from istanbul_talks.check.matching.actor_names import NAMES, ActorNames
from istanbul_talks.check.matching.compared_tokens import DraftRules, count_words, load_rules, read_tokens
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
"""The key before, between and behind articles, which no token has."""

APART = "\n\n"
"""What stands between the words of two articles."""

DISTANT_CUES = """
SELECT quotes.source_id, quotes.start_char, quotes.end_char
FROM attributions JOIN quotes ON quotes.id = attributions.cue_quote_id
WHERE attributions.distance IN ('distancing', 'rejecting')
"""


class Articles:
    """The tokens of all articles in one row, and their words in one string, without markup."""

    def __init__(
        self,
        texts: Iterable[tuple[str, str]],
        rules: DraftRules,
        distant: Iterable[ArticlePlace] = (),
        names: Iterable[tuple[str, str]] = (),
    ) -> None:
        self.rules, self.names = rules, ActorNames(names)
        self.keys, self.forms = [BETWEEN, BETWEEN], [BETWEEN, BETWEEN]
        self._starts, self._ends = [0, 0], [0, 0]
        self._words, self._positions = APART, [0] * len(APART)
        self._articles: list[tuple[int, str, range]] = []
        """The first token of each article, its id, and where its words stand among those of all."""
        for source_id, text in texts:
            self._add_article(source_id, text)
        self.distant = frozenset(token for place in distant for token in self._find_tokens(place))
        """The tokens by which an article keeps its distance from what it reports, or rejects it."""

    def _add_article(self, source_id: str, text: str) -> None:
        positions = _list_kept(text)
        words = "".join(text[index] for index in positions)
        tokens, start = read_tokens(words), len(self._words)
        end = start + len(words)
        self._articles.append((len(self.keys), source_id, range(start, end)))
        self.keys += [*tokens.keys, BETWEEN]
        self.forms += [*tokens.forms, BETWEEN]
        self._starts += [*(start + place for place in tokens.starts), end]
        self._ends += [*(start + place for place in tokens.ends), end]
        self._words += words + APART
        self._positions += [*positions, *[len(text)] * len(APART)]

    def _find_tokens(self, place: ArticlePlace) -> range:
        """Return the tokens at a place of an article."""
        span = next(span for _, source_id, span in self._articles if source_id == place.source_id)
        edges = (bisect_left(self._positions, edge, span.start, span.stop) for edge in place[1:])
        return range(*(bisect_left(self._starts, edge) for edge in edges))

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
    def quotation_edges(self) -> list[int]:
        """The first and the last token, which are marks, of each quotation of an article, in order."""
        return [
            bisect_left(self._starts, span.start + place)
            for _, _, span in self._articles
            for start, end in find_quotations(self._words[span.start : span.stop], self.rules.quotations)
            for place in (start, end - 1)
        ]

    @cached_property
    def sentence_starts(self) -> frozenset[int]:
        """The tokens with which sentences begin."""
        unwrapped = WRAPPED.sub(" ", self._words)
        return frozenset(
            bisect_left(self._starts, span.start + start)
            for _, _, span in self._articles
            for start, _ in split_sentences(unwrapped[span.start : span.stop], self.rules.sentences)
        )

    def is_quoted(self, place: int) -> bool:
        """Return whether a token stands in a quotation of an article."""
        return bisect_right(self.quotation_edges, place) % 2 == 1

    def list_sentence(self, place: int) -> list[str]:
        """Return the keys of the sentence in which a token stands."""
        start = next(at for at in range(place, -1, -1) if at in self.sentence_starts or not at)
        ends = range(place + 1, len(self.keys))
        stop = next((at for at in ends if at in self.sentence_starts), len(self.keys))
        return self.keys[start:stop]

    def find_run(self, keys: Sequence[str]) -> list[int]:
        """Return where tokens of these keys follow each other, in order."""
        wanted = list(keys)
        number, rarest = min(enumerate(wanted), key=lambda each: len(self.index.get(each[1], ())))
        starts = [place - number for place in self.index.get(rarest, ()) if place >= number]
        return [start for start in starts if self.keys[start : start + len(wanted)] == wanted]

    def get_keys(self, tokens: range) -> list[str]:
        """Return the keys of consecutive tokens."""
        return self.keys[tokens.start : tokens.stop]

    def get_place(self, tokens: range) -> ArticlePlace:
        """Return where consecutive tokens of one article stand in it."""
        number = bisect_right(self._articles, tokens.start, key=lambda article: article[0]) - 1
        span = self._get_span(tokens)
        return ArticlePlace(
            self._articles[number][1], self._positions[span.start], self._positions[span.stop - 1] + 1
        )

    def get_words(self, tokens: range) -> str:
        """Return what an article prints where consecutive tokens stand, white space as single spaces."""
        span = self._get_span(tokens)
        return " ".join(self._words[span.start : span.stop].replace(GAP, "").split())

    def measure(self, tokens: range) -> int:
        """Return how many characters consecutive tokens of one article take up, gaps included."""
        return len(self._get_span(tokens))

    def omits_inside(self, tokens: range) -> bool:
        """Return whether markup or a footnote is left out between consecutive tokens."""
        span = self._get_span(tokens)
        return self._positions[span.stop - 1] - self._positions[span.start] >= len(span)

    def begins_paragraph(self, place: int) -> bool:
        """Return whether a paragraph begins at a token: behind an empty line, or one that ends a sentence."""
        start = self._starts[place]
        return bool(PARAGRAPH_END.search(self._words, max(start - MAX_SPACE, 0), start))

    def is_attached(self, place: int) -> bool:
        """Return whether no white space stands before a token."""
        return not self._words[self._starts[place] - 1].isspace()

    def is_one_number(self, place: int) -> bool:
        """Return whether a token belongs to the number before it: 5 million, tens of thousands."""
        first, before, key = self.keys[place - 2 : place + 1]
        if before in self.rules.links and first in self.rules.counts:
            return self.rules.is_number(key)
        return self.rules.is_number(before) and self.rules.is_number(key) and not (before + key).isdigit()

    def is_common(self, word: str) -> bool:
        """Return whether a word that begins with a capital is no name: articles have it in small letters."""
        key = word.lower()
        is_printed = any(self.forms[place] == key for place in self.index.get(key, ()))
        is_listed = is_printed or key in self.rules.references
        return is_listed and word[1:] == key[1:] and not self.names.is_known(word)

    def count_words(self, tokens: range) -> int:
        """Return how many of some tokens are words."""
        return count_words(self.get_keys(tokens))

    def _get_span(self, tokens: range) -> range:
        """Return where consecutive tokens stand among the words of all articles."""
        return range(self._starts[tokens.start], self._ends[tokens.stop - 1])


def load_articles(db: sqlite3.Connection) -> Articles:
    """Return the words of all articles of a database, as far as it has them."""
    ids = [source_id for (source_id,) in db.execute("SELECT id FROM sources ORDER BY rowid")]
    names = db.execute(NAMES).fetchall()
    distant = [ArticlePlace(*row) for row in db.execute(DISTANT_CUES)]
    return Articles([(each, reconstruct_text(db, each)) for each in ids], load_rules(db), distant, names)


def _list_kept(text: str) -> list[int]:
    """Return the positions of a text that are neither markup nor a footnote's number, nor invisible."""
    found = (match.span() for pattern in (FOOTNOTE, BULLET) for match in pattern.finditer(text))
    invisible = frozenset(list_invisible(text))
    dropped = {index for span in (*find_markup(text), *found) for index in range(*span)}
    return [index for index, sign in enumerate(text) if index not in dropped and sign not in invisible]
