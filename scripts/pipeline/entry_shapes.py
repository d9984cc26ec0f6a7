"""Shapes: which keys an entry of a register or a coding file may have, and what may stand under them.

Most keys are columns of the contract; which of these the build derives, and which keys stand for something
larger than a column (a quote, a date, a list of sides), is said here once. An unknown id is noted too, but
does not make an entry ill-formed: its quotes can still be looked up (anchoring.py), and their faults told.
"""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple, Protocol

from pipeline.contract import Contract, Field, Table
from pipeline.identifiers import Identifiers
from pipeline.yaml_documents import Entry

REGISTERS = ("actors", "topics", "events", "demands", "claims", "relations", "discrepancies", "redirects")
GENERATED = ("quotes", "sentences", "attributions")  # what a coding names by words, never by id
TYPES: Mapping[str, tuple[type, ...]] = {
    "string": (str,),
    "date": (str,),
    "integer": (int,),
    "number": (int, float),
}


class Part(Protocol):
    """What may stand under a key."""

    @property
    def required(self) -> bool:
        """Whether the key must be there."""

    def check(self, entry: Entry, ids: Identifiers) -> bool:
        """Say whether the entry is well-formed; note a problem if not."""


Parts = Mapping[str, Part]


class Column(NamedTuple):
    """The value of one column of the contract."""

    field: Field
    required: bool
    register: str | None

    def check(self, entry: Entry, ids: Identifiers) -> bool:
        """Check the type, then the allowed values or the id."""
        fault = _type_fault(entry.value, self.field) or _value_fault(entry.value, self.field)
        if fault:
            entry.problem(fault)
            return False
        if self.register:
            ids.resolve(entry, [self.register])
        return True


class Reference(NamedTuple):
    """The id of an entry of one of several registers."""

    registers: tuple[str, ...]
    required: bool = True

    def check(self, entry: Entry, ids: Identifiers) -> bool:
        """Check that the id is known."""
        ids.resolve(entry, self.registers)
        return True


class Words(NamedTuple):
    """A plain string: printed words, or a name that holds in this file only."""

    required: bool = True

    def check(self, entry: Entry, ids: Identifiers) -> bool:
        """Check that it is a string with something in it."""
        if isinstance(entry.value, str) and entry.value.strip():
            return True
        entry.problem(f"words are wanted here, not {_shown(entry.value)}; put numbers into quotation marks")
        return False


class Selector(NamedTuple):
    """A quote, named by its words; several where `many` is true."""

    required: bool = True
    many: bool = False

    def check(self, entry: Entry, ids: Identifiers) -> bool:
        """Check the form: words, or a mapping of `exact` with `in` or `occurrence`."""
        if isinstance(entry.value, list) and not self.many:
            entry.problem("one quote is wanted here, not a list")
            return False
        return all([self._check_one(item, ids) for item in entry.items()])  # noqa: C419  (all faults are told)

    def _check_one(self, entry: Entry, ids: Identifiers) -> bool:
        if not isinstance(entry.value, dict):
            return Words().check(entry, ids)
        keys = set(entry.value)
        if keys not in ({"exact"}, {"exact", "in"}, {"exact", "occurrence"}):
            entry.problem("a quote is its words, {exact: …, in: …} or {exact: …, occurrence: n}")
            return False
        if "occurrence" in keys and (
            not _is_number(entry.value["occurrence"], (int,)) or entry.value["occurrence"] < 1
        ):
            entry["occurrence"].problem("`occurrence` is a whole number from 1")
            return False
        around_fits = self._check_one(entry["in"], ids) if "in" in keys else True
        return Words().check(entry["exact"], ids) and around_fits


class Shape(NamedTuple):
    """A mapping with known keys. `table`, if any, has rules on combinations of its columns."""

    parts: Parts
    table: Table | None = None
    required: bool = False

    def check(self, entry: Entry, ids: Identifiers) -> bool:
        """Check every key and every value."""
        if not isinstance(entry.value, dict):
            entry.problem(
                f"keys and values are wanted here, not {_shown(entry.value)}: {', '.join(self.parts)}"
            )
            return False
        results = [self._check_key(entry, key, ids) for key in entry.value]
        results += [self._check_presence(entry, key) for key, part in self.parts.items() if part.required]
        return all(results) and self._check_combinations(entry)

    def _check_key(self, entry: Entry, key: str, ids: Identifiers) -> bool:
        if key in self.parts:
            return self.parts[key].check(entry[key], ids)
        hint = _nearest(key, self.parts) or f"known here: {', '.join(self.parts)}"
        entry[key].problem(f"unknown key {key!r}; {hint}")
        return False

    def _check_presence(self, entry: Entry, key: str) -> bool:
        if key not in entry:
            entry.problem(f"the key {key!r} is missing")
        return key in entry

    def _check_combinations(self, entry: Entry) -> bool:
        faults = list(_combination_faults(entry, self.table, self.parts)) if self.table else []
        for fault in faults:
            entry.problem(fault)
        return not faults


class Many(NamedTuple):
    """A list of entries. If `plain`, a string may stand for an entry; if `alone`, an entry for the list."""

    of: Part
    required: bool = False
    plain: bool = False
    alone: bool = False

    def check(self, entry: Entry, ids: Identifiers) -> bool:
        """Check every item; the faults of one do not hide those of another."""
        if not isinstance(entry.value, list) and not self.alone:
            entry.problem(f"a list is wanted here, not {_shown(entry.value)}")
            return False
        return all([self._check_item(item, ids) for item in entry.items()])  # noqa: C419  (all faults are told)

    def _check_item(self, entry: Entry, ids: Identifiers) -> bool:
        if self.plain and not isinstance(entry.value, dict):
            return Words().check(entry, ids)
        return self.of.check(entry, ids)


class Shapes:
    """The shapes of all registers, of the sections of a coding file, and of a change between versions."""

    def __init__(self, contract: Contract) -> None:
        self._contract = contract
        self.registers = self._registers()
        self.sections = self._sections()
        self.change = self._shape("changes", "id version", {})

    def _registers(self) -> dict[str, Shape]:
        topics = {"topics": Many(Reference(("topics",)))}
        side = self._shape("discrepancy_sides", "id discrepancy_id number", {"quote": Selector(many=True)})
        end = Reference(("demands", "claims"))
        return {
            "actors": self._shape("actors", "", {**self._person(), "names": self._names()}),
            "topics": self._shape("topics", "", {}),
            "events": self._shape("events", "earliest latest date_text date_basis date_anchor", topics),
            "demands": self._shape("demands", "", topics),
            "claims": self._shape("claims", "", topics),
            "relations": self._columns_of("relations", ["kind", "note"], {"from": end, "to": end}),
            "discrepancies": self._shape("discrepancies", "scope", {"sides": Many(side, required=True)}),
            "redirects": self._shape("redirects", "to_id", {"to": Words(required=False)}),
        }

    def _sections(self) -> dict[str, Part]:
        quantities = Many(self._shape("quantities", "id demand_id claim_id event_id", {"text": Selector()}))
        return {
            "source": self._shape("sources", "id length", {})._replace(required=True),
            "metadata": Many(self._metadata()),
            "roles": Many(self._role()),
            "events": Many(self._event(quantities)),
            "attributions": Many(self._attribution()),
            "statements": Many(self._statement(quantities)),
            "sentences": Many(self._sentence()),
            "not_mentions": Many(self._columns_of("names", ["actor_id"], {"quote": Selector(many=True)})),
        }

    def _person(self) -> dict[str, Part]:
        """Return what only people have; whether it is needed depends on the actor's kind."""
        people, actors = (self._contract.tables[name].fields for name in ("people", "actors"))
        return {name: Column(people[name], False, None) for name in people if name not in actors}

    def _names(self) -> Many:
        form = self._shape("names", "id actor_id occurrences", {})
        kind = Column(self._field("names", "kind"), False, None)
        return Many(form._replace(parts={**form.parts, "kind": kind}), plain=True)

    def _metadata(self) -> Shape:
        return self._shape("source_metadata", "id source_id", {"quote": Selector(required=False)})

    def _role(self) -> Shape:
        edtf = Column(self._field("roles", "edtf"), True, None)
        date = Shape({"text": Selector(), "edtf": edtf})
        parts: Parts = {"quote": Selector(many=True), "date": date}
        return self._shape("roles", "id source_id date_text edtf earliest latest", parts)

    def _event(self, quantities: Part) -> Shape:
        date = self._shape("event_dates", "id event_id date_text earliest latest", {"text": Selector()})
        own_quotes = {"quote": Selector(required=False, many=True)}
        parts: Parts = {
            "quote": Selector(many=True),
            "date": Many(date, alone=True),
            "participants": Many(self._shape("participants", "id event_id", own_quotes)),
            "quantities": quantities,
        }
        return self._shape("event_quotes", "", parts)

    def _attribution(self) -> Shape:
        fields = self._contract.tables["attributions"].fields
        parts: Parts = {
            "parent": Words(required=False),
            "cue": Selector(required=False),
            "said": Shape(
                {
                    "text": Selector(),
                    "edtf": Column(fields["said_edtf"], True, None),
                    "basis": Column(fields["said_basis"], True, None),
                    "anchor": Column(fields["said_anchor"], False, None),
                }
            ),
        }
        said = " ".join(name for name in fields if name.startswith("said_"))
        return self._shape("attributions", f"source_id {said}", parts)

    def _statement(self, quantities: Part) -> Shape:
        parts: Parts = {"quote": Selector(), "by": Words(required=False), "quantities": quantities}
        shape = self._shape("statements", "id source_id", parts)
        relaxed = {key: Column(self._field("statements", key), False, None) for key in ("stance", "mode")}
        return shape._replace(parts={**shape.parts, **relaxed})

    def _sentence(self) -> Shape:
        parts: Parts = {
            "quote": Selector(),
            "repeats": Selector(required=False),
            "reason": Column(self._field("sentences", "reason"), True, None),
        }
        return self._columns_of("sentences", ["note"], parts)

    def _field(self, table: str, name: str) -> Field:
        return self._contract.tables[table].fields[name]

    def _shape(self, table: str, derived: str, parts: Parts) -> Shape:
        """Return the shape of a table's entries: its columns but the `derived` ones, then `parts`."""
        declared = self._contract.tables[table]
        skipped = {*derived.split(), *parts}
        written = [
            name
            for name, column in declared.fields.items()
            if not {name, column.key} & skipped and column.references not in GENERATED
        ]
        ruled = declared.exactly_one or any(column.values_with for column in declared.fields.values())
        return self._columns_of(table, written, parts)._replace(table=declared if ruled else None)

    def _columns_of(self, table: str, names: Iterable[str], parts: Parts) -> Shape:
        """Return a shape of the named columns of a table, then `parts`."""
        fields = [self._field(table, name) for name in names]
        return Shape({**{column.key: _column(column) for column in fields}, **parts})


def _column(column: Field) -> Column:
    required = column.required and column.default is None
    return Column(column, required, column.references if column.key != "id" else None)


def _combination_faults(entry: Entry, table: Table, parts: Parts) -> Iterable[str]:
    keys = {name: column.key for name, column in table.fields.items()}
    for group in table.exactly_one:
        written = [keys[name] for name in group if keys[name] in parts]
        if len(written) == len(group) and sum(key in entry for key in written) != 1:
            yield f"exactly one of {', '.join(written)} is wanted here"
    for column in table.fields.values():
        for other, values in column.values_with.items():
            chosen = entry.value.get(column.key)
            if chosen is not None and keys[other] in entry and chosen not in values:
                fitting = ", ".join(values)
                yield f"{column.key} {chosen!r} does not go with a {keys[other]}; choose from {fitting}"


def _type_fault(value: object, column: Field) -> str | None:
    if column.type in ("string", "date"):
        if isinstance(value, str) and value.strip():
            return None
        return f"words are wanted here, not {_shown(value)}; leave the key out, or quote the number"
    if _is_number(value, TYPES[column.type]):
        return None
    return f"a number ({column.type}) is wanted here, not {_shown(value)}"


def _value_fault(value: object, column: Field) -> str | None:
    if column.enum and value not in column.enum:
        hint = _nearest(value, column.enum) or f"choose from {', '.join(column.enum)}"
        return f"{value!r} is not a value of {column.key}; {hint}"
    if column.pattern and not re.fullmatch(column.pattern.strip("^$"), str(value)):
        return f"{value!r} does not fit the pattern {column.pattern} of {column.key}"
    if column.minimum is not None and isinstance(value, int | float) and value < column.minimum:
        return f"{value!r} is less than {column.minimum}"
    return None


def _nearest(value: object, known: Iterable[str]) -> str | None:
    from difflib import get_close_matches  # noqa: PLC0415  (slow to import, needed only for problems)

    near = get_close_matches(str(value), list(known), n=1)
    return f"did you mean {near[0]!r}?" if near else None


def _is_number(value: object, types: tuple[type, ...]) -> bool:
    return isinstance(value, types) and not isinstance(value, bool)


def _shown(value: object) -> str:
    kinds = {dict: "a mapping", list: "a list", type(None): "nothing"}
    return kinds.get(type(value), repr(value))
