"""What one coder found in one article, read from a file in the format of seeds/recoding/README.md.

A unit is a demand, claim, event or role with its place in the article and the values given to it. What does
not belong here: comparing two codings (unit_alignment.py, agreement_measures.py).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from pipeline.contract import Contract
from pipeline.entry_rules import (
    ColumnRule,
    ListRule,
    MappingRule,
    Rule,
    SelectorRule,
    WordsRule,
)
from pipeline.identifiers import Identifiers
from pipeline.problems import Problems
from pipeline.quote_locator import QuoteLocator
from pipeline.seeds import Article, read_seeds
from pipeline.sentence_cuts import find_sentences
from pipeline.source_text import SourceText, Span
from pipeline.yaml_documents import Document, Entry

Value = str | tuple[str, ...]

NOBODY = "(nobody)"
AUTHOR = "(author)"
UNDATED = "(undated)"
# What is compared of each kind of record, and the table whose column has the allowed values.
FIELDS = {
    "demand": ("speaker", "chain", "addressee", "stance", "kind", "topics", "mode", "context"),
    "claim": ("speaker", "chain", "stance", "kind", "topics", "mode"),
    "event": ("kind", "topics", "date"),
    "role": ("person",),
}
CODED = {"stance": "statements", "mode": "statements"}


@dataclass(frozen=True)
class CodedUnit:
    """One demand, claim, event or role in one article.

    `spans` are its places, `words` what is printed there, `content` what the coder says it is.
    """

    table: str
    spans: tuple[Span, ...]
    words: str
    content: str
    values: Mapping[str, Value]

    @property
    def hull(self) -> Span:
        """The stretch from the first character to the last."""
        return Span(min(span.start for span in self.spans), max(span.end for span in self.spans))

    @cached_property
    def characters(self) -> frozenset[int]:
        """The positions the unit covers."""
        return frozenset(place for span in self.spans for place in range(*span))


@dataclass(frozen=True)
class CodedArticle:
    """An article and its two codings; `sentences` tile its text."""

    source: str
    text: SourceText
    sentences: Sequence[Span]
    first: list[CodedUnit]
    second: list[CodedUnit]


def read_coded_articles(articles: Path, codings: Path, contract: Contract) -> list[CodedArticle]:
    """Return every article with the codings `<codings>/first/` and `<codings>/` have of it, by source id.

    Raises BuildError with all that is wrong with the files.
    """
    problems = Problems()
    coded = {path.stem for path in (codings / "first").glob("*.yaml")}
    read = read_seeds(articles.parent, contract, problems).read_articles()
    pairs = [_read_pair(article, codings, contract, problems) for article in read if article.id in coded]
    problems.raise_blocking(draft=False)
    return pairs


def make_unit(table: str, spans: tuple[Span, ...], text: SourceText, written: Mapping[str, Any]) -> CodedUnit:
    """Return the unit at these spans, with the values that are written down for it."""
    words = " … ".join(" ".join(text[span].split()) for span in spans)
    content = written.get("content", written.get("title", ""))
    return CodedUnit(table, spans, words, content, _values(table, written))


def _read_pair(article: Article, codings: Path, contract: Contract, problems: Problems) -> CodedArticle:
    first, second = (
        _read_units(folder / f"{article.id}.yaml", article.text, contract, problems)
        for folder in (codings / "first", codings)
    )
    return CodedArticle(article.id, article.text, find_sentences(article).spans, first, second)


def _read_units(path: Path, text: SourceText, contract: Contract, problems: Problems) -> list[CodedUnit]:
    root = Document(path, problems).root
    if "units" not in root:
        root.problem("a coding has a list `units`")
        return []
    rules = {table: _rule_for_unit(table, contract) for table in FIELDS}
    return [unit for entry in root.items_under("units") if (unit := _read_unit(entry, text, rules))]


def _read_unit(entry: Entry, text: SourceText, rules: Mapping[str, MappingRule]) -> CodedUnit | None:
    table = str(entry.value.get("table")) if isinstance(entry.value, dict) else ""
    if table not in rules:
        entry.problem(f"a unit has a `table`, one of {', '.join(rules)}")
        return None
    if not rules[table].check(entry, Identifiers()):
        return None
    spans = tuple(QuoteLocator(text).locate_all(entry.items_under("quote")))
    if not spans:
        return None
    return make_unit(table, spans, text, entry.value)


def _values(table: str, written: Mapping[str, Any]) -> dict[str, Value]:
    chain = tuple(written.get("speakers", []))
    known: dict[str, Value] = {
        "speaker": chain[-1] if chain else AUTHOR,
        "chain": chain,
        "addressee": written.get("addressee", NOBODY),
        "topics": tuple(sorted(written.get("topics", []))),
        "date": written.get("date", UNDATED),
    }
    return {field: known.get(field, written.get(field, "")) for field in FIELDS[table]}


def _rule_for_unit(table: str, contract: Contract) -> MappingRule:
    """Return the rule for a unit; allowed values are the contract's; ids and kinds of demands are free."""
    parts: dict[str, Rule] = {"table": WordsRule(), "quote": SelectorRule(many=True)}
    for key in ("content", "cue", "addressee", "context", "date", "title", "person"):
        parts[key] = WordsRule(required=False)
    for key in ("speakers", "topics"):
        parts[key] = ListRule(WordsRule(), repeatable=True)
    if table == "demand":  # coded when there were other kinds
        parts["kind"] = WordsRule()
    for key in {"kind", "stance", "mode"} & set(FIELDS[table]) - set(parts):
        column = contract.tables[CODED.get(key, f"{table}s")].fields[key]
        parts[key] = ColumnRule(column, True, None)
    return MappingRule(parts)


def cover_characters(units: Iterable[CodedUnit]) -> frozenset[int]:
    """Return the positions that at least one of the units covers."""
    return frozenset().union(*(unit.characters for unit in units))
