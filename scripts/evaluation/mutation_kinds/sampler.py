"""The hand that makes corruptions: seeded chance, and the places of the coding it can fall on."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple, TypeVar

from pipeline.contract import Contract
from pipeline.quote_locator import QuoteLocator
from pipeline.seeds import Article, Seeds
from pipeline.source_text import Span
from pipeline.yaml_documents import Entry, KeyPath

T = TypeVar("T")

REMOVED = object()


class Edit(NamedTuple):
    """What to put under some keys of a file, or REMOVED; without keys, the file's whole text."""

    file: Path
    keys: KeyPath
    value: object


class Corruption(NamedTuple):
    """What was done, for people, and the edits that do it."""

    what: str
    edits: list[Edit]


class Hand:
    """Chance, bound to the seeds with their articles and the contract it draws from."""

    def __init__(self, seeds: Seeds, articles: list[Article], contract: Contract, seed: str) -> None:
        self.seeds = seeds
        self.articles = articles
        self.contract = contract
        self._random = Random(seed)

    def pick(self, values: Iterable[T]) -> T:
        """Draw one of the values."""
        return self._random.choice(list(values))

    def other(self, values: Iterable[T], than: object) -> T:
        """Draw one of the values that is not `than`."""
        return self.pick(value for value in values if value != than)

    def article(self) -> Article:
        """Draw an article."""
        return self.pick(self.articles)

    def entry(self, *sections: str) -> tuple[Article, Entry]:
        """Draw an entry of these sections of all codings."""
        return self.pick(
            (article, entry)
            for article in self.articles
            for section in sections
            for entry in article.sections[section]
        )

    def entry_with(self, section: str, key: str) -> tuple[Article, Entry]:
        """Draw an entry of a section that has a key."""
        return self.pick(
            (article, entry)
            for article in self.articles
            for entry in article.sections[section]
            if key in entry
        )

    def register(self, name: str) -> list[Entry]:
        """Return the entries of a register."""
        return self.seeds.registers[name]

    def ids(self, name: str) -> list[str]:
        """Return the ids of a register."""
        return [entry.value["id"] for entry in self.register(name)]

    def quote(self) -> tuple[Article, Entry, Span]:
        """Draw a quote of a statement, role or event, with its place."""
        article, entry = self.entry("statements", "roles", "events")
        selector = self.pick(entry.items_under("quote"))
        span = QuoteLocator(article.text).locate(selector)
        assert span is not None, f"{selector.value!r} is not found; build the seeds first"
        return article, selector, span


Kind = Callable[[Hand], Corruption | None]


def put(entry: Entry, key: str, value: object) -> Corruption:
    """Return the corruption that puts a value under a key of an entry."""
    where = f"{entry.document.path.stem}: {_shown(entry.value)}"
    what = f"{where}: {key} {_shown(entry.value.get(key))} → {_shown(value)}"
    return Corruption(what, [Edit(entry.document.path, (*entry.keys, key), value)])


def replace(entry: Entry, value: object) -> Corruption:
    """Return the corruption that puts another value in the place of an entry."""
    what = f"{entry.document.path.stem}: {_shown(entry.value)} → {_shown(value)}"
    return Corruption(what, [Edit(entry.document.path, entry.keys, value)])


def remove(entries: Sequence[Entry]) -> Corruption:
    """Return the corruption that removes entries of one file."""
    what = f"{entries[0].document.path.stem}: {', '.join(_shown(entry.value) for entry in entries)} removed"
    return Corruption(what, [Edit(entry.document.path, entry.keys, REMOVED) for entry in entries])


def selector(article: Article, span: Span) -> object:
    """Return the form in which a coding names the words at a place."""
    words = article.text[span]
    return {"exact": words, "occurrence": article.text.find(words).index(span) + 1}


def _shown(value: object) -> str:
    """Return the gist of a value: an entry by its id or quote."""
    if value is REMOVED or value is None:
        return "left out"
    if isinstance(value, dict):
        gist = next(
            (value[key] for key in ("id", "exact", "quote", "text", "form", "from") if key in value), value
        )
        return _shown(gist) if gist is not value else str(value)
    return str(value)
