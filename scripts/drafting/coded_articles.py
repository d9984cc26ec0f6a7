"""What the coded articles teach of a further one: names, reporting words, titles, entries of registers.

Read from a built database with the articles' text. One article may be left out, as if it were not coded yet.
"""

import re
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from istanbul_talks.text.language_forms import match_any
from istanbul_talks.text.tokens import WORD
from pipeline.source_text import SourceText, Span, find_words
from pipeline.text_checks import read_forms

STEM = 6
"""By how many of their first letters words are compared."""
UNSEEN = 3
"""How many occurrences an assumption on a word that no article prints weighs."""

NAMES = """
SELECT DISTINCT form, actor_id, actors.kind FROM names JOIN actors ON actors.id = actor_id
WHERE ifnull(source_id, :of) = :of AND EXISTS (
  SELECT 1 FROM mentions JOIN quotes ON quotes.id = quote_id
  WHERE name_id = names.id AND quotes.source_id IS NOT :without)
ORDER BY length(form) DESC, form
"""
CUES = """
SELECT start_char, end_char, holder_id, holder_text, actors.kind
FROM attributions JOIN quotes ON quotes.id = cue_quote_id JOIN actors ON actors.id = holder_id
WHERE quotes.source_id = ?
"""
COUNTED = """
SELECT exact FROM quantities JOIN quotes ON quotes.id = quote_id WHERE quotes.source_id IS NOT ?
"""
TITLES = "SELECT title FROM roles WHERE source_id IS NOT ?"
RECORDS = """
WITH told (table_name, id, content) AS (
  SELECT 'events', id, name || '. ' || description FROM events
  UNION ALL SELECT 'demands', id, content FROM demands UNION ALL SELECT 'claims', id, proposition FROM claims
)
SELECT told.table_name, told.id, content, group_concat(DISTINCT exact), ifnull(group_concat(DISTINCT substr(
  text, sentences.start_char + 1, sentences.end_char - sentences.start_char
)) FILTER (WHERE told.table_name = 'events'), '')
FROM told
JOIN evidence ON evidence.table_name = told.table_name AND row_id = told.id AND evidence.source_id IS NOT ?
JOIN texts ON texts.source_id = evidence.source_id
JOIN sentences ON sentences.source_id = evidence.source_id
  AND evidence.start_char BETWEEN sentences.start_char AND sentences.end_char - 1
GROUP BY told.table_name, told.id
"""


class Name(NamedTuple):
    """A form of an actor of some kind."""

    form: str
    actor: str
    kind: str


class CodedCue(NamedTuple):
    """A cue in an article, with the holder as the article prints him."""

    span: Span
    holder: str
    holder_text: str | None
    kind: str


class StandIn(NamedTuple):
    """The holders that a word stands for, and their kinds."""

    actors: set[str]
    kinds: set[str]


class Record(NamedTuple):
    """An entry of a register, with all words that the articles have for it."""

    table: str
    id: str
    content: str
    words: str


class Article:
    """A text with its sentences and quotations, and the forms of its language."""

    def __init__(self, connection: sqlite3.Connection, name: str) -> None:
        self.id = name
        (characters,) = connection.execute("SELECT text FROM texts WHERE source_id = ?", [name]).fetchone()
        self.text = SourceText(characters)
        (language,) = connection.execute("SELECT language FROM sources WHERE id = ?", [name]).fetchone()
        self.forms = read_forms(connection, language)
        spans = "SELECT start_char, end_char FROM {} WHERE source_id = ? ORDER BY start_char"
        self.sentences, self.quotations = (
            [Span(*row) for row in connection.execute(spans.format(table), [name])]
            for table in ("sentences", "quotations")
        )
        self.cues = [CodedCue(Span(*row[:2]), *row[2:]) for row in connection.execute(CUES, [name])]

    def find_sentence(self, span: Span) -> int:
        """Return the number, from 0, of the sentence in which a span begins."""
        return next(number for number, around in enumerate(self.sentences) if span.start < around.end)

    @cached_property
    def words(self) -> list[Span]:
        """The words and numbers of the text."""
        return list(find_words(self.text.characters, 0, len(self.text)))

    @cached_property
    def reporting_words(self) -> list[Span]:
        """The reporting words of the language."""
        pattern = match_any(self.forms["reporting_words"])
        found = re.finditer(pattern, self.text.characters, re.IGNORECASE)
        return [Span(*match.span()) for match in found]

    @cached_property
    def repeated(self) -> Mapping[int, int]:
        """The sentences that another says before, word for word, each with the number of that one."""
        first: dict[str, int] = {}
        forms = [self._compare(span) for span in self.sentences]
        return {
            number: first[form]
            for number, form in enumerate(forms)
            if first.setdefault(form, number) < number
        }

    def _compare(self, sentence: Span) -> str:
        return " ".join(re.findall(r"\w+", re.sub(r"\[\d+\]", "", self.text[sentence]))).casefold()


class Shares(NamedTuple):
    """How often each word is, or stands before, a cue, of how many times it is printed."""

    cues: Counter[str]
    all: Counter[str]

    def estimate(self, word: str, assumed: float) -> float:
        """Return the share, which an assumption keeps from resting on one or two occurrences."""
        return (self.cues[word] + UNSEEN * assumed) / (self.all[word] + UNSEEN)


class CodedArticles:
    """All coded articles but one, as far as they help to draft that one."""

    def __init__(self, connection: sqlite3.Connection, without: str | None) -> None:
        self._connection = connection
        self._without = without

    def list_names(self, source: str, *, confirmed: bool = False) -> list[Name]:
        """Return the names that an article may print, longest first; `confirmed` adds those only it has."""
        values = {"of": source, "without": None if confirmed else self._without}
        return [Name(*row) for row in self._connection.execute(NAMES, values)]

    @cached_property
    def articles(self) -> list[Article]:
        """The articles."""
        rows = self._connection.execute(
            "SELECT source_id FROM texts WHERE source_id IS NOT ?", [self._without]
        )
        return [Article(self._connection, name) for (name,) in rows.fetchall()]

    @cached_property
    def cue_words(self) -> Shares:
        """Of each stem, how often it is a cue."""
        shares = Shares(Counter(), Counter())
        for article, word, is_cue in self._judge_words():
            shares.all[get_stem(article.text[word])] += 1
            shares.cues[get_stem(article.text[word])] += is_cue
        return shares

    @cached_property
    def words_before_cues(self) -> Shares:
        """Of each word, how often a reporting word behind it is a cue."""
        shares = Shares(Counter(), Counter())
        listed = {(article.id, word.start) for article in self.articles for word in article.reporting_words}
        for article, word, is_cue in self._judge_words():
            if (article.id, word.start) in listed:
                before = get_word_before(article, word)
                shares.all[before] += 1
                shares.cues[before] += is_cue
        return shares

    @cached_property
    def holders(self) -> Mapping[str, StandIn]:
        """Of each single word in lower case that stands for a holder: the holders, and their kinds."""
        found: dict[str, StandIn] = defaultdict(lambda: StandIn(set(), set()))
        for cue in (cue for article in self.articles for cue in article.cues):
            if cue.holder_text and " " not in cue.holder_text:
                found[cue.holder_text.casefold()].actors.add(cue.holder)
                found[cue.holder_text.casefold()].kinds.add(cue.kind)
        return found

    @cached_property
    def openings(self) -> set[str]:
        """The words that holders, as printed, have before their names: articles."""
        forms = {name.form for name in self.list_names("", confirmed=True)}
        texts = (cue.holder_text or "" for article in self.articles for cue in article.cues)
        return {
            first.casefold() for first, _, rest in (text.partition(" ") for text in texts) if rest in forms
        }

    @cached_property
    def uncounted(self) -> set[str]:
        """The words that the articles print more than once, and never in a quantity."""
        words = Counter(article.text[word].casefold() for article in self.articles for word in article.words)
        printed = {word for word, count in words.items() if count > 1}
        counted = self._connection.execute(COUNTED, [self._without])
        return printed - {word for (exact,) in counted for word in WORD.findall(exact.casefold())}

    @cached_property
    def titles(self) -> list[str]:
        """The titles of posts that were coded."""
        return [title for (title,) in self._connection.execute(TITLES, [self._without])]

    @cached_property
    def records(self) -> list[Record]:
        """The events, demands and claims, with the words of the articles for each."""
        rows = self._connection.execute(RECORDS, [self._without])
        return [Record(table, name, content, " ".join(words)) for table, name, content, *words in rows]

    def _judge_words(self) -> Iterator[tuple[Article, Span, bool]]:
        """Yield each word that is not in a repeated sentence, and whether a cue has it."""
        for article in self.articles:
            coded = {place for cue in article.cues for place in range(*cue.span)}
            for word in article.words:
                if article.find_sentence(word) not in article.repeated:
                    yield article, word, word.start in coded


def get_stem(word: str) -> str:
    """Return what inflected forms of a word have in common, roughly."""
    return word.casefold()[:STEM]


def get_word_before(article: Article, span: Span) -> str:
    """Return the word before a span in lower case; nothing where it begins its sentence."""
    start = article.sentences[article.find_sentence(span)].start
    before = list(find_words(article.text.characters, start, span.start))
    return article.text[before[-1]].casefold() if before else ""
