"""Which rules hold for each register, each section of a coding file, and each change between versions.

Most keys are columns of the contract. The rest is said here: which columns the build derives, and which keys
are more than a column (a quote, a date, a list of sides).
"""

from collections.abc import Iterable

from pipeline.contract import Contract, Field
from pipeline.entry_rules import (
    ColumnRule,
    KeyedRule,
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
    "comparisons",
    "discrepancies",
    "redirects",
)
CUTS = ("join", "split")
"""What an entry of `sentences` does with a cut of the text, if it is none of a sentence without code."""

GENERATED = ("quotes", "sentences", "attributions")  # what a coding names by words, never by id


class SeedRules:
    """The rules of all registers, of the sections of a coding file, and of a change."""

    def __init__(self, contract: Contract) -> None:
        self._contract = contract
        self.registers = self._make_register_rules()
        self.sections = self._make_section_rules()
        self.metadata = self._get_field("source_metadata", "field").every_source
        self.change = self._make_table_rule("changes", "id version", {})

    def _make_register_rules(self) -> dict[str, MappingRule]:
        topics = {"topics": ListRule(ReferenceRule(("topics",)))}
        side = self._make_table_rule(
            "discrepancy_sides", "id discrepancy_id number", {"quote": SelectorRule(many=True)}
        )
        end = ReferenceRule(("demands", "claims"))
        ends: Rules = {"from": end, "to": end}
        return {
            "actors": self._make_table_rule(
                "actors", "", {**self._make_person_rules(), "names": self._make_names_rule()}
            ),
            "topics": self._make_table_rule("topics", "", {}),
            "events": self._make_table_rule(
                "events", "earliest latest date_text date_basis date_anchor", topics
            ),
            "demands": self._make_table_rule("demands", "", topics),
            "claims": self._make_table_rule("claims", "", topics),
            "relations": self._make_column_rules("relations", ["kind", "note"], ends),
            "comparisons": self._make_column_rules("comparisons", ["reason", "note"], ends),
            "discrepancies": self._make_table_rule(
                "discrepancies", "scope", {"sides": ListRule(side, required=True), **topics}
            ),
            "redirects": self._make_table_rule("redirects", "to_id", {"to": WordsRule(required=False)}),
        }

    def _make_section_rules(self) -> dict[str, Rule]:
        quantities = ListRule(
            self._make_table_rule("quantities", "id demand_id claim_id event_id", {"text": SelectorRule()})
        )
        extent: Rules = {"extent_quote": SelectorRule(required=False, many=True)}
        return {
            "source": self._make_table_rule("sources", "id length", extent)._replace(required=True),
            "metadata": ListRule(self._make_metadata_rule()),
            "members": ListRule(
                self._make_table_rule("actor_members", "id", {"quote": SelectorRule(many=True)})
            ),
            "roles": ListRule(self._make_role_rule()),
            "events": ListRule(self._make_event_rule(quantities)),
            "attributions": ListRule(self._make_attribution_rule()),
            "statements": ListRule(self._make_statement_rule(quantities)),
            "sentences": ListRule(self._make_sentence_rule()),
            "accepted": ListRule(
                self._make_column_rules("acceptances", ["asked_by", "reason"], {"quote": SelectorRule()})
            ),
            "not_mentions": ListRule(
                self._make_column_rules("names", ["actor_id"], {"quote": SelectorRule(many=True)})
            ),
        }

    def _make_person_rules(self) -> dict[str, Rule]:
        """Return the columns that only people have; whether one is needed depends on the actor's kind."""
        people, actors = (self._contract.tables[name].fields for name in ("people", "actors"))
        return {name: ColumnRule(people[name], False, None) for name in people if name not in actors}

    def _make_names_rule(self) -> ListRule:
        form = self._make_table_rule("names", "id actor_id occurrences", {})
        kind = ColumnRule(self._get_field("names", "kind"), False, None)
        return ListRule(form._replace(rules={**form.rules, "kind": kind}), plain=True)

    def _make_metadata_rule(self) -> MappingRule:
        return self._make_table_rule(
            "source_metadata", "id source_id", {"quote": SelectorRule(required=False)}
        )

    def _make_role_rule(self) -> MappingRule:
        edtf = ColumnRule(self._get_field("roles", "edtf"), True, None)
        date = MappingRule({"text": SelectorRule(), "edtf": edtf})
        own: Rules = {"quote": SelectorRule(many=True), "date": date}
        return self._make_table_rule("roles", "id source_id date_text edtf earliest latest", own)

    def _make_event_rule(self, quantities: Rule) -> MappingRule:
        date = self._make_table_rule(
            "event_dates", "id event_id date_text earliest latest", {"text": SelectorRule()}
        )
        own_quotes = {"quote": SelectorRule(required=False, many=True)}
        own: Rules = {
            "quote": SelectorRule(many=True),
            "date": ListRule(date, alone=True),
            "participants": ListRule(self._make_table_rule("participants", "id event_id", own_quotes)),
            "quantities": quantities,
        }
        return self._make_table_rule("event_quotes", "", own)

    def _make_attribution_rule(self) -> MappingRule:
        own: Rules = {"parent": WordsRule(required=False), "cue": SelectorRule(required=False)}
        return self._make_table_rule("attributions", "source_id", own)

    def _make_statement_rule(self, quantities: Rule) -> MappingRule:
        ground = self._make_table_rule(
            "statement_grounds", "id statement_id", {"quote": SelectorRule(many=True)}
        )
        own: Rules = {
            "quote": SelectorRule(),
            "by": WordsRule(required=False),
            "ground": ListRule(ground, alone=True),
            "quantities": quantities,
        }
        rule = self._make_table_rule("statements", "id source_id", own)
        relaxed = {
            key: ColumnRule(self._get_field("statements", key), False, None) for key in ("stance", "mode")
        }
        return rule._replace(rules={**rule.rules, **relaxed})

    def _make_sentence_rule(self) -> KeyedRule:
        """Return the rule of a cut joined or split, with the reason, and of a sentence without code."""
        reason = ColumnRule(self._get_field("sentences", "note"), True, None)
        cuts = {key: MappingRule({key: SelectorRule(), "note": reason}) for key in CUTS}
        return KeyedRule({**cuts, "quote": self._make_uncoded_rule()})

    def _make_uncoded_rule(self) -> MappingRule:
        own: Rules = {
            "quote": SelectorRule(),
            "repeats": SelectorRule(required=False),
            "reason": ColumnRule(self._get_field("sentences", "reason"), True, None),
        }
        return self._make_column_rules("sentences", ["note"], own)

    def _get_field(self, table: str, name: str) -> Field:
        return self._contract.tables[table].fields[name]

    def _make_table_rule(self, table: str, derived: str, own: Rules) -> MappingRule:
        """Return the rule of a table's entries: its columns but the `derived` ones, then `own`."""
        declared = self._contract.tables[table]
        skipped = {*derived.split(), *own}
        written = [
            name
            for name, column in declared.fields.items()
            if not {name, column.key} & skipped
            and column.references not in GENERATED
            and not column.from_view
        ]
        ruled = declared.exactly_one or any(column.values_with for column in declared.fields.values())
        return self._make_column_rules(table, written, own)._replace(table=declared if ruled else None)

    def _make_column_rules(self, table: str, names: Iterable[str], own: Rules) -> MappingRule:
        """Return a rule of the named columns of a table, then `own`."""
        fields = [self._get_field(table, name) for name in names]
        return MappingRule({**{column.key: _rule_for_column(column) for column in fields}, **own})


def _rule_for_column(column: Field) -> ColumnRule:
    required = column.required and column.default is None
    return ColumnRule(column, required, column.references if column.key != "id" else None)
