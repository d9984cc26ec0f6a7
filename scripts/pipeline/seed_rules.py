"""Which rules hold for each register, each section of a coding file, and each change between versions.

Most keys are columns of the contract. Here stands which columns the build derives, and which keys stand for
something larger than a column (a quote, a date, a list of sides).
"""

from collections.abc import Iterable

from pipeline.contract import Contract, Field
from pipeline.entry_rules import (
    ColumnRule,
    ListRule,
    MappingRule,
    ReferenceRule,
    Rule,
    Rules,
    SelectorRule,
    WordsRule,
)

REGISTER_NAMES = (
    "actors",
    "topics",
    "events",
    "demands",
    "claims",
    "relations",
    "discrepancies",
    "redirects",
)
GENERATED = ("quotes", "sentences", "attributions")  # what a coding names by words, never by id


class SeedRules:
    """The rules of all registers, of the sections of a coding file, and of a change between versions."""

    def __init__(self, contract: Contract) -> None:
        self._contract = contract
        self.registers = self._registers()
        self.sections = self._sections()
        self.change = self._rule_of("changes", "id version", {})

    def _registers(self) -> dict[str, MappingRule]:
        topics = {"topics": ListRule(ReferenceRule(("topics",)))}
        side = self._rule_of(
            "discrepancy_sides", "id discrepancy_id number", {"quote": SelectorRule(many=True)}
        )
        end = ReferenceRule(("demands", "claims"))
        return {
            "actors": self._rule_of("actors", "", {**self._person(), "names": self._names()}),
            "topics": self._rule_of("topics", "", {}),
            "events": self._rule_of("events", "earliest latest date_text date_basis date_anchor", topics),
            "demands": self._rule_of("demands", "", topics),
            "claims": self._rule_of("claims", "", topics),
            "relations": self._columns_of("relations", ["kind", "note"], {"from": end, "to": end}),
            "discrepancies": self._rule_of(
                "discrepancies", "scope", {"sides": ListRule(side, required=True)}
            ),
            "redirects": self._rule_of("redirects", "to_id", {"to": WordsRule(required=False)}),
        }

    def _sections(self) -> dict[str, Rule]:
        quantities = ListRule(
            self._rule_of("quantities", "id demand_id claim_id event_id", {"text": SelectorRule()})
        )
        return {
            "source": self._rule_of("sources", "id length", {})._replace(required=True),
            "metadata": ListRule(self._metadata()),
            "roles": ListRule(self._role()),
            "events": ListRule(self._event(quantities)),
            "attributions": ListRule(self._attribution()),
            "statements": ListRule(self._statement(quantities)),
            "sentences": ListRule(self._sentence()),
            "not_mentions": ListRule(
                self._columns_of("names", ["actor_id"], {"quote": SelectorRule(many=True)})
            ),
        }

    def _person(self) -> dict[str, Rule]:
        """Return the columns that only people have; whether one is needed depends on the actor's kind."""
        people, actors = (self._contract.tables[name].fields for name in ("people", "actors"))
        return {name: ColumnRule(people[name], False, None) for name in people if name not in actors}

    def _names(self) -> ListRule:
        form = self._rule_of("names", "id actor_id occurrences", {})
        kind = ColumnRule(self._field("names", "kind"), False, None)
        return ListRule(form._replace(rules={**form.rules, "kind": kind}), plain=True)

    def _metadata(self) -> MappingRule:
        return self._rule_of("source_metadata", "id source_id", {"quote": SelectorRule(required=False)})

    def _role(self) -> MappingRule:
        edtf = ColumnRule(self._field("roles", "edtf"), True, None)
        date = MappingRule({"text": SelectorRule(), "edtf": edtf})
        own: Rules = {"quote": SelectorRule(many=True), "date": date}
        return self._rule_of("roles", "id source_id date_text edtf earliest latest", own)

    def _event(self, quantities: Rule) -> MappingRule:
        date = self._rule_of("event_dates", "id event_id date_text earliest latest", {"text": SelectorRule()})
        own_quotes = {"quote": SelectorRule(required=False, many=True)}
        own: Rules = {
            "quote": SelectorRule(many=True),
            "date": ListRule(date, alone=True),
            "participants": ListRule(self._rule_of("participants", "id event_id", own_quotes)),
            "quantities": quantities,
        }
        return self._rule_of("event_quotes", "", own)

    def _attribution(self) -> MappingRule:
        fields = self._contract.tables["attributions"].fields
        own: Rules = {
            "parent": WordsRule(required=False),
            "cue": SelectorRule(required=False),
            "said": MappingRule(
                {
                    "text": SelectorRule(),
                    "edtf": ColumnRule(fields["said_edtf"], True, None),
                    "basis": ColumnRule(fields["said_basis"], True, None),
                    "anchor": ColumnRule(fields["said_anchor"], False, None),
                }
            ),
        }
        said = " ".join(name for name in fields if name.startswith("said_"))
        return self._rule_of("attributions", f"source_id {said}", own)

    def _statement(self, quantities: Rule) -> MappingRule:
        own: Rules = {
            "quote": SelectorRule(),
            "by": WordsRule(required=False),
            "quantities": quantities,
        }
        rule = self._rule_of("statements", "id source_id", own)
        relaxed = {key: ColumnRule(self._field("statements", key), False, None) for key in ("stance", "mode")}
        return rule._replace(rules={**rule.rules, **relaxed})

    def _sentence(self) -> MappingRule:
        own: Rules = {
            "quote": SelectorRule(),
            "repeats": SelectorRule(required=False),
            "reason": ColumnRule(self._field("sentences", "reason"), True, None),
        }
        return self._columns_of("sentences", ["note"], own)

    def _field(self, table: str, name: str) -> Field:
        return self._contract.tables[table].fields[name]

    def _rule_of(self, table: str, derived: str, own: Rules) -> MappingRule:
        """Return the rule of a table's entries: its columns but the `derived` ones, then `own`."""
        declared = self._contract.tables[table]
        skipped = {*derived.split(), *own}
        written = [
            name
            for name, column in declared.fields.items()
            if not {name, column.key} & skipped and column.references not in GENERATED
        ]
        ruled = declared.exactly_one or any(column.values_with for column in declared.fields.values())
        return self._columns_of(table, written, own)._replace(table=declared if ruled else None)

    def _columns_of(self, table: str, names: Iterable[str], own: Rules) -> MappingRule:
        """Return a rule of the named columns of a table, then `own`."""
        fields = [self._field(table, name) for name in names]
        return MappingRule({**{column.key: _rule_for_column(column) for column in fields}, **own})


def _rule_for_column(column: Field) -> ColumnRule:
    required = column.required and column.default is None
    return ColumnRule(column, required, column.references if column.key != "id" else None)
