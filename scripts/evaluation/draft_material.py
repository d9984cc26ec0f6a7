"""What trial drafts are made from: sentences of the articles, their speakers, figures, dates, names; frames.

What does not belong here: how a sentence is changed (quotation_changes.py, own_word_changes.py).
"""

import re
import sqlite3
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from ryaml import loads  # type: ignore[attr-defined]  # (it is in its stub)

FRAMES = Path(__file__).with_name("draft_frames.yaml")

WORD = re.compile(r"[^\W_]+(?:[-’'.,][^\W_]+)*")
MISSPELT = "misspelling"
MISSPELLINGS = f"SELECT form FROM names WHERE kind = '{MISSPELT}'"

LONG, FEW = 8, 5
"""How many words a sentence or statement has at least."""

QUOTATION_MARKS = '“”„"«»‹›'
LONELY_MARK = re.compile(r"(?<!\w)['‘’]|['’](?!\w)")
"""A single mark that is no apostrophe inside a word."""

ONE_FORM = dict.fromkeys(map(ord, '“”„"«»‹›‘’'), "'") | dict.fromkeys(map(ord, "–—"), "-")

MARKUP = (
    (re.compile(r"\[([^]\n]*)\]\([^)\n]*\)"), r"\1"),
    (re.compile(r"\[\d+\]"), ""),
    (re.compile(r"\*+"), ""),
)
LINE_SIGNS = re.compile(r"^(?:#+|-|•)\s+")

SENTENCES = """
SELECT substr(text, start_char + 1, end_char - start_char) FROM sentences JOIN texts USING (source_id)
ORDER BY source_id, number
"""
STATEMENTS = """
SELECT statements.source_id, start_char, end_char, exact, holder_id
FROM statements JOIN quotes ON quotes.id = quote_id JOIN chain_links ON statement_id = statements.id
JOIN attributions ON attributions.id = chain_links.attribution_id ORDER BY statements.id, holder_id
"""
SPEAKERS = """
SELECT actor_id, form FROM names JOIN actors ON actors.id = actor_id
WHERE actors.kind IN ('person', 'media') AND names.kind IN ('preferred', 'variant') ORDER BY actor_id, form
"""
ONE_WORD_NAMES = """
SELECT actor_id, form FROM names WHERE kind <> 'description' AND form NOT GLOB '*[^A-Za-z]*' ORDER BY 1, 2
"""
QUANTITIES = """
SELECT quotes.exact,
  substr(text, sentences.start_char + 1, sentences.end_char - sentences.start_char),
  ifnull(demands.content, claims.proposition), iif(demands.id IS NULL, 'told', 'asked'), EXISTS (
    SELECT 1 FROM discrepancy_side_quotes AS own JOIN quotes AS near ON near.id = own.quote_id
    JOIN discrepancy_sides AS side ON side.id = own.side_id
    JOIN discrepancy_sides AS other ON other.discrepancy_id = side.discrepancy_id AND other.id != side.id
    JOIN discrepancy_side_quotes AS far ON far.side_id = other.id
    JOIN quotes AS theirs ON theirs.id = far.quote_id
    JOIN quotes AS figure ON figure.source_id = theirs.source_id
      AND figure.start_char < theirs.end_char AND figure.end_char > theirs.start_char
    JOIN quantities AS given ON given.quote_id = figure.id AND given.value != quantities.value
    JOIN discrepancies ON discrepancies.id = side.discrepancy_id AND discrepancies.kind = 'quantity'
    WHERE near.source_id = quotes.source_id
      AND near.start_char < quotes.end_char AND near.end_char > quotes.start_char)
FROM quantities JOIN quotes ON quotes.id = quantities.quote_id
JOIN texts ON texts.source_id = quotes.source_id
JOIN sentences ON sentences.id = sentence_id
LEFT JOIN demands ON demands.id = quantities.demand_id LEFT JOIN claims ON claims.id = quantities.claim_id
ORDER BY quantities.id
"""
DATES = """
SELECT DISTINCT date_text, substr(text, sentences.start_char + 1, sentences.end_char - sentences.start_char)
FROM event_dates JOIN quotes ON quotes.id = quote_id JOIN texts ON texts.source_id = quotes.source_id
JOIN sentences ON sentences.id = sentence_id ORDER BY 1, 2
"""
DAYS = """
SELECT name, edtf FROM events WHERE edtf GLOB '????-??-??' ORDER BY id
"""
NAMES = """
SELECT DISTINCT form, names.kind,
  substr(text, sentences.start_char + 1, sentences.end_char - sentences.start_char)
FROM names JOIN people ON people.id = actor_id JOIN mentions ON name_id = names.id
JOIN quotes ON quotes.id = quote_id JOIN texts ON texts.source_id = quotes.source_id
JOIN sentences ON sentences.id = sentence_id
WHERE names.kind IN ('preferred', 'variant', 'misspelling') ORDER BY 1, 3
"""


class CodedFigure(NamedTuple):
    """A coded number: its words, the sentence they stand in, whether another article gives another number.

    `form` is "asked" of the content of a demand, "told" of a claim, "" of a sentence of an article.
    """

    words: str
    sentence: str
    is_disputed: bool
    form: str = ""


class Statement(NamedTuple):
    """Words that an article reports, through whom all of them reached the page, and through whom some."""

    words: str
    holders: frozenset[str]
    others: frozenset[str]


class DraftMaterial:
    """The articles of a database that has their text, read for making drafts; `chance` draws from them."""

    def __init__(self, db: sqlite3.Connection, chance: Random) -> None:
        self._db = db
        self.chance = chance
        self.frames: Mapping[str, Any] = loads(FRAMES.read_text(encoding="utf-8"))
        self.texts = [flatten(text) for (text,) in db.execute("SELECT text FROM texts ORDER BY source_id")]

    def choose_frame(self, name: str) -> str:
        """Return a line of a section of the frames."""
        return str(self.chance.choice(self.frames[name]))

    @cached_property
    def sentences(self) -> list[str]:
        """The sentences that are not short, without the markup of their file."""
        found = (clean_sentence(sentence) for (sentence,) in self._db.execute(SENTENCES))
        return [sentence for sentence in found if len(WORD.findall(sentence)) >= LONG]

    @cached_property
    def plain_sentences(self) -> list[str]:
        """Those of them that have no quotation marks."""
        return [sentence for sentence in self.sentences if not has_marks(sentence)]

    @cached_property
    def vocabulary(self) -> list[str]:
        """The words of the articles in small letters, with repetitions, without numbers and negations."""
        kept = re.compile(r"[a-z-]{4,}")
        words = (word for text in self.texts for word in WORD.findall(text))
        return [word for word in words if kept.fullmatch(word) and not self.is_weighty(word)]

    @cached_property
    def statements(self) -> list[Statement]:
        """What is stated in a few words or more without marks, and who holds all that touches its places."""
        rows = self._db.execute(STATEMENTS).fetchall()
        raw = dict(self._db.execute("SELECT source_id, text FROM texts").fetchall())
        found = dict.fromkeys(
            exact for _, _, _, exact, _ in rows if not has_marks(exact) and len(exact.split()) >= FEW
        )
        return [_make_statement(words, raw, rows) for words in found]

    @cached_property
    def speakers(self) -> dict[str, list[str]]:
        """The printed names of people and media by id."""
        names: dict[str, list[str]] = {}
        for actor, form in self._db.execute(SPEAKERS):
            names.setdefault(actor, []).append(form)
        return names

    @cached_property
    def actors_by_name(self) -> dict[str, frozenset[str]]:
        """Who is called by each printed name of one word."""
        actors: dict[str, frozenset[str]] = {}
        for actor, form in self._db.execute(ONE_WORD_NAMES):
            actors[form] = actors.get(form, frozenset()) | {actor}
        return actors

    @cached_property
    def related(self) -> frozenset[tuple[str, str]]:
        """Pairs of actors of whom one is asked for with the other."""
        pairs = self._db.execute("SELECT asked_id, actor_id FROM actor_scopes").fetchall()
        return frozenset([*pairs, *((actor, asked) for asked, actor in pairs)])

    @cached_property
    def figures(self) -> list[CodedFigure]:
        """The coded numbers, in sentences of the articles and of the dataset that have no quotation marks."""
        rows = self._db.execute(QUANTITIES).fetchall()
        disputed = {
            text
            for _, sentence, content, _, is_disputed in rows
            if is_disputed
            for text in (sentence, content)
        }
        return [
            CodedFigure(clean_sentence(words), clean_sentence(text), text in disputed, form)
            for words, sentence, content, told, _ in rows
            for text, form in ((sentence, ""), (content, told))
            if text and words in text and not has_marks(text)
        ]

    @cached_property
    def dates(self) -> list[tuple[str, str]]:
        """Printed dates and the sentences without quotation marks or disputed figures that they stand in."""
        return [
            (words, clean_sentence(text)) for words, text in self._db.execute(DATES) if self._is_calm(text)
        ]

    @cached_property
    def days(self) -> list[tuple[str, date]]:
        """The names, without a date, of events of which the articles give the day, and the days."""
        found = [(name, date.fromisoformat(day)) for name, day in self._db.execute(DAYS)]
        return [(name, day) for name, day in found if self.forms["months"].keys().isdisjoint(name.split())]

    @cached_property
    def names(self) -> list[tuple[str, str, str]]:
        """Printed names of people, of which kind each is, and sentences they stand in, as of the dates."""
        rows = self._db.execute(NAMES)
        return [
            (form, kind, clean_sentence(text))
            for form, kind, text in rows
            if self._is_calm(text)
            and (kind == MISSPELT or not any(wrong in text for wrong in self._misspellings))
        ]

    @cached_property
    def forms(self) -> dict[str, dict[str, str]]:
        """The words of the articles' languages with their meaning, by what they are."""
        forms: dict[str, dict[str, str]] = {}
        for kind, form, meaning in self._db.execute(
            "SELECT kind, form, meaning FROM language_forms ORDER BY number"
        ):
            forms.setdefault(kind, {})[form] = meaning
        return forms

    def is_negation(self, word: str) -> bool:
        """Say whether a word turns a sentence round."""
        return bool(set(re.split(r"[’']", word.lower())) & self.forms["negations"].keys())

    def is_number(self, word: str) -> bool:
        """Say whether a word has digits or is one of the language's number words."""
        kinds = ("cardinals", "multipliers", "plural_multipliers", "fractions", "ordinals")
        parts = set(word.lower().split("-"))
        return any(sign.isdigit() for sign in word) or any(parts & self.forms[kind].keys() for kind in kinds)

    def is_weighty(self, word: str) -> bool:
        """Say whether a word is a number or a negation."""
        return self.is_number(word) or self.is_negation(word)

    def may_turn(self, word: str) -> bool:
        """Say whether a word may turn who speaks where it is left out: a name, or one that reports speech."""
        kinds = ("reporting_words", "quoting_verbs", "quoting_prepositions", "clause_breaks")
        reporting = {form.split()[0] for kind in kinds for form in self.forms[kind]}
        return not word.islower() or word.strip(",;:.") in reporting or self.is_weighty(word)

    def is_printed(self, words: str) -> bool:
        """Say whether words stand in an article as they are, the shape of marks and dashes aside."""
        return any(flatten(words) in text for text in self.texts)

    def _is_calm(self, sentence: str) -> bool:
        """Say whether a sentence has no quotation marks and no figure that is disputed."""
        disputed = (figure.sentence for figure in self.figures if figure.is_disputed)
        return not has_marks(sentence) and clean_sentence(sentence) not in disputed

    @cached_property
    def _misspellings(self) -> list[str]:
        return [form for (form,) in self._db.execute(MISSPELLINGS)]


def clean_sentence(text: str) -> str:
    """Return words of an article on one line, without the markup of its file.

    By patterns of its own, lest what is measured be measured by itself.
    """
    for pattern, kept in MARKUP:
        text = pattern.sub(kept, text)
    return LINE_SIGNS.sub("", " ".join(text.split()))


def has_marks(text: str) -> bool:
    """Say whether there are quotation marks in a text, of whatever form."""
    return any(mark in text for mark in QUOTATION_MARKS) or bool(LONELY_MARK.search(text))


def flatten(text: str) -> str:
    """Return a text on one line with one form of marks and dashes, without markup."""
    return clean_sentence(text).translate(ONE_FORM)


def _make_statement(
    words: str, texts: Mapping[str, str], rows: Iterable[tuple[str, int, int, str, str]]
) -> Statement:
    """Return a statement with the holders of what has its words whole, and of what has some of them."""
    holders: set[str] = set()
    others: set[str] = set()
    for source, start, end, _, holder in rows:
        for match in re.finditer(re.escape(words), texts[source]):
            if start <= match.start() and match.end() <= end:
                holders.add(holder)
            elif start < match.end() and match.start() < end:
                others.add(holder)
    return Statement(clean_sentence(words), frozenset(holders), frozenset(others))
