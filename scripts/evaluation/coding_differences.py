"""Every place where the two codings differ.

A difference is named by what a person sees: the article, the table, the quoted words, the field, and what
each coder says. Where the words of a unit are quoted, they are those of the first coder, if there are any.
"""

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from typing import Any

import yaml

from evaluation.agreement_tables import ComparedArticle
from evaluation.coded_units import FIELDS, CodedUnit, Value

UNIT = "unit"
ORDER = [UNIT, "table", *(field for fields in FIELDS.values() for field in fields)]


@dataclass(frozen=True)
class Difference:
    """A field in which an aligned unit differs, or, as the field `unit`, a unit that one coder alone has.

    `first` and `second` are the values; for a unit, its content, and None for the coder who does not have it.
    """

    source: str
    table: str
    quote: str
    field: str
    first: Value | None
    second: Value | None

    def name_keys(self) -> dict[str, Any]:
        """Return the keys that name the difference in the adjudication."""
        named = {
            key: list(value) if isinstance(value, tuple) else value for key, value in asdict(self).items()
        }
        return {key: value for key, value in named.items() if value is not None}


def find_differences(compared: Iterable[ComparedArticle]) -> list[Difference]:
    """Return all differences, each once, by field and table, then in the order of the articles."""
    found = dict.fromkeys(difference for article in compared for difference in _find_in_article(article))
    return sorted(found, key=_get_group)


def format_questions(open_ones: Iterable[Difference]) -> str:
    """Return differences in the form of the adjudication, their decisions left open, one heading a group."""
    groups: dict[tuple[int, str], list[Difference]] = {}
    for difference in open_ones:
        groups.setdefault(_get_group(difference), []).append(difference)
    return "\n".join(_format_group(group) for group in groups.values())


def _get_group(difference: Difference) -> tuple[int, str]:
    return ORDER.index(difference.field), difference.table


def _format_group(group: list[Difference]) -> str:
    asked = [{**difference.name_keys(), "decision": None, "reason": None} for difference in group]
    dumped = yaml.safe_dump(asked, allow_unicode=True, sort_keys=False, width=110).replace(": null\n", ":\n")
    return f"# {group[0].table}, {group[0].field}: {len(group)}\n{dumped}"


def _find_in_article(article: ComparedArticle) -> Iterator[Difference]:
    source, alignment = article.pair.source, article.alignment
    for unit in alignment.only_first:
        yield Difference(source, unit.table, unit.words, UNIT, unit.content, None)
    for unit in alignment.only_second:
        yield Difference(source, unit.table, unit.words, UNIT, None, unit.content)
    for first, second in alignment.pairs:
        for field, one, other in _find_fields(first, second):
            yield Difference(source, first.table, first.words, field, one, other)


def _find_fields(first: CodedUnit, second: CodedUnit) -> Iterator[tuple[str, Value, Value]]:
    """Yield the fields in which two aligned units differ, with both values."""
    if first.table != second.table:
        yield "table", first.table, second.table
        return
    for field, value in first.values.items():
        if value != second.values[field]:
            yield field, value, second.values[field]
