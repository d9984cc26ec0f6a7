"""Validation rules for entries of YAML files: the keys of a mapping, and the values under them.

A rule notes every fault as a problem with its line. An unknown id is noted too, but does not make an entry
ill-formed, so that its quotes are still looked up (quote_locator.py). Which rule holds for which register or
section is in seed_rules.py.
"""

import re
from collections.abc import Iterable, Mapping
from math import isfinite
from typing import NamedTuple, Protocol

from pipeline.identifiers import Identifiers
from pipeline.table_declarations import Field, Table
from pipeline.yaml_documents import Entry

TODO = "TODO"
"""What a value begins with that is still to be decided; candidates may follow."""

TYPES: Mapping[str, tuple[type, ...]] = {
    "string": (str,),
    "date": (str,),
    "integer": (int,),
    "number": (int, float),
}


BITS = 64


class Rule(Protocol):
    """What the value under a key must be."""

    @property
    def required(self) -> bool:
        """Whether the key must be there."""

    def check(self, entry: Entry, ids: Identifiers) -> bool:
        """Say whether the entry is well-formed; note a problem if not."""


Rules = Mapping[str, Rule]


class ColumnRule(NamedTuple):
    """The value of one column of the contract."""

    field: Field
    required: bool
    register: str | None

    def check(self, entry: Entry, ids: Identifiers) -> bool:
        """Check the type, then the allowed values or the id; only free text may be still to decide."""
        if _report_undecided(entry):
            return not (self.field.enum or self.field.pattern or self.register)
        fault = _find_type_fault(entry.value, self.field) or _find_value_fault(entry.value, self.field)
        if fault:
            entry.problem(fault)
            return False
        if self.register:
            ids.resolve(entry, [self.register], self.field.of_kind, required=self.required)
        return True


class ReferenceRule(NamedTuple):
    """The id of an entry of one of several registers."""

    registers: tuple[str, ...]
    required: bool = True

    def check(self, entry: Entry, ids: Identifiers) -> bool:
        """Check that it is an id, and a known one."""
        if not WordsRule().check(entry, ids):
            return False
        ids.resolve(entry, self.registers)
        return True


class WordsRule(NamedTuple):
    """A plain string: printed words, or a name that holds in this file only."""

    required: bool = True

    def check(self, entry: Entry, ids: Identifiers) -> bool:
        """Check that it is a string with something in it."""
        if _report_undecided(entry):
            return False
        if isinstance(entry.value, str) and entry.value.strip():
            return True
        entry.problem(
            f"words are wanted here, not {_name_value(entry.value)}; put numbers into quotation marks"
        )
        return False


class SelectorRule(NamedTuple):
    """A quote, named by its words; several where `many` is true."""

    required: bool = True
    many: bool = False

    def check(self, entry: Entry, ids: Identifiers) -> bool:
        """Check the form: words, or a mapping of `exact` with `in` or `occurrence`."""
        if isinstance(entry.value, list) and not self.many:
            entry.problem("one quote is wanted here, not a list")
            return False
        return all([self._check_one(item, ids) for item in entry.distinct_items()])  # noqa: C419  (report all faults)

    def _check_one(self, entry: Entry, ids: Identifiers) -> bool:
        if not isinstance(entry.value, dict):
            return WordsRule().check(entry, ids)
        if entry.report_cut_words():
            return False
        keys = set(entry.value)
        if keys not in ({"exact"}, {"exact", "in"}, {"exact", "occurrence"}):
            entry.problem("a quote is its words, {exact: …, in: …} or {exact: …, occurrence: n}")
            return False
        if "occurrence" in keys and (
            not is_number(entry.value["occurrence"], (int,)) or entry.value["occurrence"] < 1
        ):
            entry["occurrence"].problem("`occurrence` is a whole number from 1")
            return False
        around_fits = self._check_one(entry["in"], ids) if "in" in keys else True
        return WordsRule().check(entry["exact"], ids) and around_fits


class MappingRule(NamedTuple):
    """A mapping with known keys. `table`, if any, has rules on combinations of its columns."""

    rules: Rules
    table: Table | None = None
    required: bool = False

    def check(self, entry: Entry, ids: Identifiers) -> bool:
        """Check every key and every value."""
        if not isinstance(entry.value, dict):
            entry.problem(
                f"keys and values are wanted here, not {_name_value(entry.value)}: {', '.join(self.rules)}"
            )
            return False
        if entry.report_cut_words():
            return False
        results = [self._check_key(entry, key, ids) for key in entry.value]
        results += [self._check_presence(entry, key) for key, rule in self.rules.items() if rule.required]
        return all(results) and self._check_combinations(entry)

    def _check_key(self, entry: Entry, key: str, ids: Identifiers) -> bool:
        if key in self.rules:
            return self.rules[key].check(entry[key], ids)
        hint = suggest_nearest(key, self.rules) or f"known here: {', '.join(self.rules)}"
        entry[key].problem(f"unknown key {key!r}; {hint}")
        return False

    def _check_presence(self, entry: Entry, key: str) -> bool:
        if key not in entry:
            entry.problem(f"the key {key!r} is missing")
        return key in entry

    def _check_combinations(self, entry: Entry) -> bool:
        faults = list(_find_combination_faults(entry, self.table, self.rules)) if self.table else []
        for fault in faults:
            entry.problem(fault)
        return not faults


class KeyedRule(NamedTuple):
    """One of several rules: of the first key that the entry has, of the last where it has none of them."""

    rules: Rules
    required: bool = False

    def check(self, entry: Entry, ids: Identifiers) -> bool:
        """Check the entry by the rule of its key."""
        chosen = next((key for key in self.rules if key in entry), list(self.rules)[-1])
        return self.rules[chosen].check(entry, ids)


class ListRule(NamedTuple):
    """A list of entries, each once, unless they are `repeatable`.

    If `plain`, an item may be a string; if `alone`, one entry may replace the list.
    """

    item: Rule
    required: bool = False
    plain: bool = False
    alone: bool = False
    repeatable: bool = False

    def check(self, entry: Entry, ids: Identifiers) -> bool:
        """Check every item; the faults of one do not hide those of another."""
        if not isinstance(entry.value, list) and not self.alone:
            entry.problem(f"a list is wanted here, not {_name_value(entry.value)}")
            return False
        items = entry.items() if self.repeatable else entry.distinct_items()
        return all([self._check_item(item, ids) for item in items])  # noqa: C419  (report all faults)

    def _check_item(self, entry: Entry, ids: Identifiers) -> bool:
        if self.plain and not isinstance(entry.value, dict):
            return WordsRule().check(entry, ids)
        return self.item.check(entry, ids)


def _find_combination_faults(entry: Entry, table: Table, rules: Rules) -> Iterable[str]:
    keys = {name: column.key for name, column in table.fields.items()}
    for group in table.exactly_one:
        written = [keys[name] for name in group if keys[name] in rules]
        if len(written) == len(group) and sum(key in entry for key in written) != 1:
            yield f"exactly one of {', '.join(written)} is wanted here"
    for column in table.fields.values():
        for other, values in column.values_with.items():
            chosen = entry.value.get(column.key)
            if chosen is not None and keys[other] in entry and chosen not in values:
                fitting = ", ".join(values)
                yield f"{column.key} {chosen!r} does not go with a {keys[other]}; choose from {fitting}"


def _report_undecided(entry: Entry) -> bool:
    """Say whether a value is still to be decided, and note it as unfinished work."""
    undecided = isinstance(entry.value, str) and entry.value.startswith(TODO)
    if undecided:
        entry.problem(
            f"{entry.keys[-1]} is still to be decided: {entry.value}; write it, or leave it out",
            unfinished=True,
        )
    return undecided


def _find_type_fault(value: object, column: Field) -> str | None:
    if column.type in ("string", "date"):
        if isinstance(value, str) and value.strip():
            return None
        return f"words are wanted here, not {_name_value(value)}; leave the key out, or quote the number"
    if is_number(value, TYPES[column.type]):
        return None
    return f"a number ({column.type}) of {BITS} bits is wanted here, not {_name_value(value)}"


def _find_value_fault(value: object, column: Field) -> str | None:
    if column.enum and value not in column.enum:
        guess = suggest_nearest(value, column.enum)
        hint = f"{guess} If not, choose" if guess else "choose"
        return f"{value!r} is not a value of {column.key}; {hint} from {', '.join(column.enum)}"
    if column.pattern and not re.fullmatch(column.pattern.strip("^$"), str(value)):
        return f"{value!r} does not fit the pattern {column.pattern} of {column.key}"
    if column.minimum is not None and isinstance(value, int | float) and value < column.minimum:
        return f"{value!r} is less than {column.minimum}"
    return None


def suggest_nearest(value: object, known: Iterable[str]) -> str | None:
    """Return which of the known words may be meant, as a question; None if none is near."""
    from difflib import get_close_matches  # noqa: PLC0415  (slow to import, needed only for problems)

    near = get_close_matches(str(value), list(known), n=1)
    return f"did you mean {near[0]!r}?" if near else None


def is_number(value: object, types: tuple[type, ...]) -> bool:
    """Say whether a value is a number of these types that a column of 64 bits can hold."""
    if isinstance(value, float):
        return float in types and isfinite(value)
    return isinstance(value, int) and not isinstance(value, bool) and value.bit_length() < BITS


def _name_value(value: object) -> str:
    kinds = {dict: "a mapping", list: "a list", type(None): "nothing"}
    return kinds.get(type(value), repr(value))
