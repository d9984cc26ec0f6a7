"""Draws places of the coding by seeded chance, and makes the edits of a mutation."""

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


class Mutation(NamedTuple):
    """What was done, for people, and the edits that do it."""

    what: str
    edits: list[Edit]


class NoPlaceError(Exception):
    """The seeds have nothing of the kind that is asked for."""


class Sampler:
    """Draws from the seeds, their articles and the contract; the same seed draws the same."""

    def __init__(self, seeds: Seeds, articles: list[Article], contract: Contract, seed: str) -> None:
        self.seeds = seeds
        self.articles = articles
        self.contract = contract
        self._random = Random(seed)

    def pick(self, values: Iterable[T]) -> T:
        """Draw one of the values; raise NoPlaceError where there is none."""
        choices = list(values)
        if not choices:
            raise NoPlaceError
        return self._random.choice(choices)

    def pick_other(self, values: Iterable[T], than: object) -> T:
        """Draw one of the values that is not `than`."""
        return self.pick(value for value in values if value != than)

    def pick_article(self) -> Article:
        """Draw an article."""
        return self.pick(self.articles)

    def pick_entry(self, *sections: str) -> tuple[Article, Entry]:
        """Draw an entry of these sections of all codings."""
        return self.pick(
            (article, entry)
            for article in self.articles
            for section in sections
            for entry in article.sections[section]
        )

    def pick_entry_with(self, section: str, key: str) -> tuple[Article, Entry]:
        """Draw an entry of a section that has a key."""
        return self.pick(
            (article, entry)
            for article in self.articles
            for entry in article.sections[section]
            if key in entry
        )

    def get_entries(self, name: str) -> list[Entry]:
        """Return the entries of a register."""
        return self.seeds.registers[name]

    def get_ids(self, name: str) -> list[str]:
        """Return the ids of a register."""
        return [entry.value["id"] for entry in self.get_entries(name)]

    def pick_quote(self) -> tuple[Article, Entry, Span]:
        """Draw a quote of a statement, role or event, with its place."""
        article, entry = self.pick_entry("statements", "roles", "events")
        selector = self.pick(entry.items_under("quote"))
        span = QuoteLocator(article.text).locate(selector)
        assert span is not None, f"{selector.value!r} is not found; build the seeds first"
        return article, selector, span


Kind = Callable[[Sampler], Mutation | None]


def put_value(entry: Entry, key: str, value: object) -> Mutation:
    """Return the mutation that puts a value under a key of an entry."""
    where = f"{entry.document.path.stem}: {_summarize_value(entry.value)}"
    what = f"{where}: {key} {_summarize_value(entry.value.get(key))} → {_summarize_value(value)}"
    return Mutation(what, [Edit(entry.document.path, (*entry.keys, key), value)])


def replace_entry(entry: Entry, value: object) -> Mutation:
    """Return the mutation that puts another value in the place of an entry."""
    what = f"{entry.document.path.stem}: {_summarize_value(entry.value)} → {_summarize_value(value)}"
    return Mutation(what, [Edit(entry.document.path, entry.keys, value)])


def remove_entries(entries: Sequence[Entry]) -> Mutation:
    """Return the mutation that removes entries of one file."""
    removed = ", ".join(_summarize_value(entry.value) for entry in entries)
    what = f"{entries[0].document.path.stem}: {removed} removed"
    return Mutation(what, [Edit(entry.document.path, entry.keys, REMOVED) for entry in entries])


def make_selector(article: Article, span: Span) -> object:
    """Return the form in which a coding names the words at a place."""
    words = article.text[span]
    return {"exact": words, "occurrence": article.text.find(words).index(span) + 1}


def _summarize_value(value: object) -> str:
    """Return a value in short: an entry by its id or quote."""
    if value is REMOVED or value is None:
        return "left out"
    if isinstance(value, dict):
        gist = next(
            (value[key] for key in ("id", "exact", "quote", "text", "form", "from") if key in value), value
        )
        return _summarize_value(gist) if gist is not value else str(value)
    return str(value)
